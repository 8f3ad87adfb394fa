package network.opencharging.registry.directory.subgraph;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Entries of the subgraph in our words; what no node could use is left out. */
final class SubgraphListing {
    static final String PARTY_FIELDS =
            "countryCode partyId partyAddress roles active deleted operator { id domain }";
    static final String OPERATOR_FIELDS = "domain";

    private SubgraphListing() {}

    static Optional<Operator> operator(JsonNode entry) {
        Optional<Address> address = Address.parse(text(entry, "id"));
        return address.flatMap(
                found -> url(text(entry, "domain")).map(u -> new Operator(found, u)));
    }

    /** The second registry does not ask operators: whoever names one is carried by it. */
    static Optional<Party> party(JsonNode entry) {
        boolean gone =
                entry.path("deleted").asBoolean(false) || !entry.path("active").asBoolean(true);
        Optional<PartyId> id = PartyId.of(text(entry, "countryCode"), text(entry, "partyId"));
        Optional<Address> account = Address.parse(text(entry, "partyAddress"));
        Optional<Address> operator = Address.parse(text(entry.path("operator"), "id"));
        Set<Role> roles = roles(entry.path("roles"));
        if (gone || id.isEmpty() || account.isEmpty() || operator.isEmpty() || roles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Party(
                        id.get(), account.get(), roles, Modules.UNDECLARED, operator.get(), true));
    }

    private static String text(JsonNode entry, String member) {
        return entry.path(member).asString("");
    }

    private static Set<Role> roles(JsonNode names) {
        Set<Role> roles = new HashSet<>();
        for (JsonNode name : names) {
            String word = name.asString("").toUpperCase(Locale.ROOT);
            Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(word))
                    .forEach(roles::add);
        }
        return roles;
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            boolean callable =
                    url.getHost() != null
                            && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
            return callable ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            // An entry that cannot be called is no entry.
            return Optional.empty();
        }
    }
}
