package network.opencharging.tools.mock.charging;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** EVSEs that are kept free for somebody. */
final class Reservations {
    private final Map<String, Reservation> byId = new ConcurrentHashMap<>();

    /** Who has reserved what. */
    record Reservation(String locationId, String evseUid, String tokenUid) {}

    Reservations() {}

    void put(String id, Reservation reservation) {
        byId.put(id, reservation);
    }

    Optional<Reservation> remove(String id) {
        return Optional.ofNullable(byId.remove(id));
    }

    /** True when the EVSE is kept free for the bearer of this token. */
    boolean isFor(String evseUid, String tokenUid) {
        return byId.values().stream()
                .anyMatch(reservation ->
                        reservation.evseUid().equals(evseUid)
                                && reservation.tokenUid().equalsIgnoreCase(tokenUid));
    }

    /** A reservation ends when its holder begins to charge. */
    void used(String evseUid) {
        byId.values().removeIf(reservation -> reservation.evseUid().equals(evseUid));
    }
}
