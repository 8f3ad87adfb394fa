package network.opencharging.cpo.ocpp.message;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a call is about to change of what a station holds, or asks about it. */
public sealed interface Holding {

    /**
     * The local list becomes this, or is changed so.
     *
     * @param full in place of the one before; otherwise these are changes
     * @param entries as they are sent, by token; empty: it is taken from the list
     */
    record LocalList(boolean full, int version, Map<String, Optional<JsonNode>> entries)
            implements Holding {}

    /** Which version of the local list is there? */
    record ListVersion() implements Holding {}

    /**
     * A reservation, new or changed.
     *
     * @param content the whole payload
     */
    record Reservation(int id, Optional<Instant> until, ObjectNode content) implements Holding {}

    /** The end of a reservation. */
    record NoReservation(int id) implements Holding {}

    /**
     * A charging profile, new or changed.
     *
     * @param content the whole payload
     */
    record Profile(
            int id,
            Place place,
            Optional<String> transaction,
            Optional<Instant> until,
            ObjectNode content)
            implements Holding {}

    /**
     * Where in a station a profile counts.
     *
     * @param evse 0 for the whole station
     * @param level of several the highest one counts
     */
    record Place(int evse, String purpose, int level) {

        /** Of two such at one place the later one counts; one of a transaction ends with it. */
        public boolean isTakenFrom(Place other) {
            return equals(other) && !purpose.equals("TxProfile");
        }
    }

    /** No profiles any more that fit all that is said. */
    record NoProfiles(
            Optional<Integer> id,
            Optional<Integer> evse,
            Optional<String> purpose,
            Optional<Integer> level)
            implements Holding {

        /** Whether this one is meant; with its id nothing else counts. */
        public boolean means(int other, Place place) {
            return id.map(own -> own == other)
                    .orElseGet(() ->
                            evse.orElse(place.evse()) == place.evse()
                                    && purpose.orElse(place.purpose()).equals(place.purpose())
                                    && level.orElse(place.level()) == place.level());
        }
    }
}
