package network.opencharging.tools.mock.hub;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Connection.Access;
import network.opencharging.tools.ocpi.Identity;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is registered, and what the hub tells of them (OCPI 2.2.1 §15.4.1 ClientInfo). */
final class Guests {
    private final List<Guest> guests = new ArrayList<>();
    private final Map<String, ObjectNode> clients = new LinkedHashMap<>();

    Guests() {}

    synchronized List<Guest> all() {
        return List.copyOf(guests);
    }

    /** The guest whose token this is. */
    synchronized Optional<Guest> bearer(String token) {
        return guests.stream()
                .filter(guest -> guest.connection().access(token) == Access.FULL)
                .findFirst();
    }

    synchronized Optional<Guest> of(PartyId party) {
        return guests.stream().filter(guest -> guest.speaksFor(party)).findFirst();
    }

    /**
     * Takes in who has registered; an earlier registration of the same parties is forgotten, so
     * that a test can be run again.
     *
     * @return what changed
     */
    synchronized List<ObjectNode> joined(Guest guest, Instant now) {
        guests.removeIf(other ->
                !other.equals(guest)
                        && guest.roles().stream().anyMatch(role -> other.speaksFor(role.party())));
        if (!guests.contains(guest)) {
            guests.add(guest);
        }
        return guest.roles().stream().map(role -> note(role, "CONNECTED", now)).toList();
    }

    /** Forgets who has ended the registration; returns what changed. */
    synchronized List<ObjectNode> left(Guest guest, List<Identity> roles, Instant now) {
        guests.remove(guest);
        return roles.stream().map(role -> note(role, "SUSPENDED", now)).toList();
    }

    private ObjectNode note(Identity role, String status, Instant now) {
        ObjectNode client = JsonText.object();
        client.put("party_id", role.party().partyId());
        client.put("country_code", role.party().countryCode());
        client.put("role", role.role().name());
        client.put("status", status);
        client.put("last_updated", now.truncatedTo(ChronoUnit.SECONDS).toString());
        clients.put(role.party() + " " + role.role(), client);
        return client.deepCopy();
    }

    /** Everybody who is or was here, oldest change first. */
    synchronized List<ObjectNode> clients() {
        return clients.values().stream()
                .sorted(Comparator.comparing(client -> client.path("last_updated").asString()))
                .map(ObjectNode::deepCopy)
                .toList();
    }
}
