package network.opencharging.cpo.site;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place with EVSEs (OCPI 2.2.1 §8.3.1).
 *
 * @param operator whose it is
 * @param id at most 36 characters
 * @param about name, address and the like
 * @param power the most that all its EVSEs may take together; empty: whatever they can
 * @param evses in order
 * @param updated when it was last changed
 */
public record Location(
        PartyId operator,
        String id,
        About about,
        Optional<Watts> power,
        List<Evse> evses,
        Instant updated) {
    /**
     * Copies the EVSEs and checks the forms.
     *
     * @throws IllegalArgumentException naming the field
     */
    public Location {
        Text.check("location id", id, 36);
        evses = List.copyOf(evses);
        Set<Object> seen = new HashSet<>();
        for (Evse evse : evses) {
            if (!seen.add(evse.uid())) {
                throw new IllegalArgumentException("evse %s is there twice".formatted(evse.uid()));
            }
            if (evse.port().filter(port -> !seen.add(port)).isPresent()) {
                throw new IllegalArgumentException(
                        "port %s is given to two evses".formatted(evse.port().orElseThrow()));
            }
        }
    }

    /**
     * What is told of it.
     *
     * @param name at most 255 characters
     * @param address where it is
     * @param zone whose wall clock its tariffs follow
     * @param published whether partners may see it
     */
    public record About(Optional<String> name, Address address, ZoneId zone, boolean published) {
        /**
         * Checks the length.
         *
         * @throws IllegalArgumentException naming the field
         */
        public About {
            name.ifPresent(text -> Text.check("name", text, 255));
        }
    }

    /** At most 255 characters. */
    public Optional<String> name() {
        return about.name();
    }

    /** Where it is. */
    public Address address() {
        return about.address();
    }

    /** Whose wall clock its tariffs follow. */
    public ZoneId zone() {
        return about.zone();
    }

    /** Whether partners may see it. */
    public boolean published() {
        return about.published();
    }

    /** The EVSE of that uid. */
    public Optional<Evse> evse(String uid) {
        return evses.stream().filter(one -> one.uid().equals(uid)).findFirst();
    }
}
