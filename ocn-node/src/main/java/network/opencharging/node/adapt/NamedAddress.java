package network.opencharging.node.adapt;

import network.opencharging.node.plugin.PlatformRequest;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses of this node that say for whom it is what is sent there: older versions have no routing
 * headers. {@code /ocpi/2.1.1/at/CH/CPO/sender/locations/page/...}
 *
 * @param base the node's public URL without a slash at its end
 * @param version of the platform that gets the address
 */
public record NamedAddress(String base, String version) {
    private static final String AT = "at";

    /** What a path behind the version asks for. */
    public record Asked(Optional<PlatformRequest.Named> named, ModuleId module, String path) {}

    /** A text with addresses of 2.2.1 of this node, each naming the party. */
    public String naming(PartyId party, String text) {
        String named = text;
        for (InterfaceRole side : InterfaceRole.values()) {
            String word = side.name().toLowerCase(Locale.ROOT);
            named =
                    named.replace(
                            "%s/ocpi/%s/2.2.1/".formatted(base, word),
                            "%s/ocpi/%s/%s/%s/%s/%s/"
                                    .formatted(
                                            base,
                                            version,
                                            AT,
                                            party.countryCode(),
                                            party.partyId(),
                                            word));
        }
        return named;
    }

    /** Takes a path apart, from the version on: {@code locations/DE/ALC/L1}. */
    public static Optional<Asked> parse(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        if (!parts.getFirst().equals(AT)) {
            return asked(Optional.empty(), parts);
        }
        if (parts.size() < 5) {
            return Optional.empty();
        }
        Optional<InterfaceRole> side =
                Arrays.stream(InterfaceRole.values())
                        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(parts.get(3)))
                        .findFirst();
        Optional<PartyId> party = PartyId.of(parts.get(1), parts.get(2));
        return side.isEmpty() || party.isEmpty()
                ? Optional.empty()
                : asked(
                        Optional.of(new PlatformRequest.Named(party.get(), side.get())),
                        parts.subList(4, parts.size()));
    }

    private static Optional<Asked> asked(
            Optional<PlatformRequest.Named> named, List<String> parts) {
        String rest = String.join("/", parts.subList(1, parts.size()));
        String path = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        return ModuleId.of(parts.getFirst()).map(module -> new Asked(named, module, path));
    }
}
