package network.opencharging.cpo.ocpp.message;

import java.util.List;
import java.util.Optional;

/**
 * Values of a meter.
 *
 * @param transaction in whose course, by its name; empty outside of any
 */
public record Metered(EvseKey key, Optional<String> transaction, List<Sample> samples) {

    /** Copies the list. */
    public Metered {
        samples = List.copyOf(samples);
    }
}
