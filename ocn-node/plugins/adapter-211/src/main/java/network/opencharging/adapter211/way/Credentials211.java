package network.opencharging.adapter211.way;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Credentials: one party without a role in 2.1.1 (§7.3.1), roles of parties in 2.2.1 (§7.4.1). The
 * role is what the registry lists.
 */
final class Credentials211 {
    private static final List<String> OF_THE_PARTY =
            List.of("business_details", "party_id", "country_code");

    private Credentials211() {}

    static Json.Obj down(Json.Obj fresh) {
        Json.Obj old =
                Json.Obj.EMPTY
                        .withOptional("url", fresh.member("url"))
                        .withOptional("token", fresh.member("token"));
        Optional<Json.Obj> role =
                fresh.member("roles").orElse(Json.Null.NULL) instanceof Json.Arr(var roles)
                        ? roles.stream()
                                .filter(Json.Obj.class::isInstance)
                                .map(Json.Obj.class::cast)
                                .findFirst()
                        : Optional.empty();
        for (String name : OF_THE_PARTY) {
            old = old.withOptional(name, role.flatMap(it -> it.member(name)));
        }
        return old;
    }

    /** Members of a role stand beside token and url in 2.1.1 (§7.3.1). */
    static String fault(String field, String problem) {
        return field.isEmpty()
                ? "the body must be a JSON object with token, url, business_details, party_id and"
                        + " country_code"
                : field.replaceFirst("^roles\\[\\d+]\\.", "") + " " + problem;
    }

    static Json.Obj up(Json.Obj old, Function<PartyId, Set<Role>> listed) {
        Json.Obj party = Json.Obj.EMPTY;
        Json.Obj fresh = old;
        for (String name : OF_THE_PARTY) {
            party = party.withOptional(name, old.member(name));
            fresh = fresh.without(name);
        }
        Set<Role> roles =
                PartyId.of(
                                party.textOf("country_code").orElse(""),
                                party.textOf("party_id").orElse(""))
                        .map(listed)
                        .orElse(Set.of());
        List<Json> all = new ArrayList<>();
        for (Role role : roles.isEmpty() ? Set.of(Role.OTHER) : roles) {
            all.add(party.with("role", role.name()));
        }
        return fresh.with("roles", Json.array(all));
    }
}
