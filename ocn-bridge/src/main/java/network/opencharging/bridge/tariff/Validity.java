package network.opencharging.bridge.tariff;

import java.time.Instant;
import java.util.Optional;

/**
 * From when until when a tariff may be taken for a session that begins (OCPI 2.2.1 §11.3.1,
 * start_date_time and end_date_time).
 *
 * @param from first moment; empty: always was
 * @param until first moment after; empty: for ever
 */
public record Validity(Optional<Instant> from, Optional<Instant> until) {

    /** Always. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when no moment is inside
     */
    public Validity {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("start_date_time must be before end_date_time");
        }
    }

    /** Whether a session that begins at the moment may take the tariff. */
    public boolean includes(Instant moment) {
        return from.map(first -> !moment.isBefore(first)).orElse(true)
                && until.map(moment::isBefore).orElse(true);
    }
}
