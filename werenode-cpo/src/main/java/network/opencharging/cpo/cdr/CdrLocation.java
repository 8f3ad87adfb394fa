package network.opencharging.cpo.cdr;

import java.util.Optional;

/**
 * The place as it was when the session began (OCPI 2.2.1 §10.4.4).
 *
 * @param id at most 36 characters
 * @param name at most 255 characters
 * @param address where it is
 * @param connector which connector
 */
public record CdrLocation(
        String id, Optional<String> name, CdrAddress address, CdrConnector connector) {

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the field
     */
    public CdrLocation {
        Text.check("cdr_location.id", id, 36);
        name.ifPresent(text -> Text.check("cdr_location.name", text, 255));
    }
}
