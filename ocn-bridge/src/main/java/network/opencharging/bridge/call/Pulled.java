package network.opencharging.bridge.call;

import network.opencharging.bridge.model.Finding;
import network.opencharging.protocol.json.Json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a pull has brought.
 *
 * @param handedOn how many objects could be read and were handed on
 * @param unreadable those that could not
 * @param newest the latest {@code last_updated} that was seen: {@code date_from} of the next pull
 */
public record Pulled(int handedOn, List<Unreadable> unreadable, Optional<Instant> newest) {

    /**
     * An object that could not be read and was passed over.
     *
     * @param id its id, when it has one
     * @param item as it came
     * @param findings what is wrong with it
     */
    public record Unreadable(String id, Json item, List<Finding> findings) {}
}
