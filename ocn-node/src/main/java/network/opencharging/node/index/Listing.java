package network.opencharging.node.index;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One snapshot of the registry in the words of the subgraph, in the order of ids. Parties that are
 * not reached through anybody are left out: who reads it asks nobody whether they are.
 */
final class Listing {
    private final Snapshot snapshot;
    private final TreeMap<String, Map<String, Object>> operators = new TreeMap<>();
    private final TreeMap<String, Map<String, Object>> parties = new TreeMap<>();

    Listing(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Operator operator : snapshot.operators()) {
            operators.put(id(operator), operator(operator));
        }
        for (Party party : snapshot.parties()) {
            Optional<Operator> through = snapshot.operatorOf(party.id());
            if (through.isPresent()) {
                parties.put(id(party.id()), party(party, operator(through.get())));
            }
        }
    }

    /** Whether it was made from this; to compare all entries for each query would be dear. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Snapshot other) {
        return snapshot == other;
    }

    /** All operators, by account. */
    List<Map<String, Object>> operators() {
        return List.copyOf(operators.values());
    }

    /** All parties, by country code and party id. */
    List<Map<String, Object>> parties() {
        return List.copyOf(parties.values());
    }

    /** One operator by its account, however it is spelled. */
    Optional<Map<String, Object>> operator(String id) {
        return Optional.ofNullable(operators.get(id.toLowerCase(Locale.ROOT)));
    }

    /** One party by country code, slash and party id, however it is spelled. */
    Optional<Map<String, Object>> party(String id) {
        return Optional.ofNullable(parties.get(id.toUpperCase(Locale.ROOT)));
    }

    private static String id(Operator operator) {
        return operator.address().lowerCase();
    }

    private static String id(PartyId id) {
        return id.countryCode() + "/" + id.partyId();
    }

    private static Map<String, Object> operator(Operator operator) {
        return Map.of("id", id(operator), "domain", operator.url().toString());
    }

    /** Names, payments and certificates of the second registry are not known here. */
    private static Map<String, Object> party(Party party, Map<String, Object> operator) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id(party.id()));
        entry.put("countryCode", party.id().countryCode());
        entry.put("partyId", party.id().partyId());
        entry.put("partyAddress", party.address().lowerCase());
        entry.put(
                "roles",
                party.roles().stream().sorted(Comparator.naturalOrder()).map(Enum::name).toList());
        entry.put("name", id(party.id()));
        entry.put("url", "");
        entry.put("paymentStatus", "NOT_PAID");
        entry.put("cvStatus", "NOT_VERIFIED");
        entry.put("active", true);
        entry.put("deleted", false);
        entry.put("operator", operator);
        return entry;
    }
}
