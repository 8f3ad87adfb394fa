package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How parties, roles and modules are written on the chain; the ordinals are those of the first
 * registry.
 */
final class Encoding {
    private static final List<Role> ROLES =
            List.of(Role.CPO, Role.EMSP, Role.HUB, Role.NAP, Role.NSP, Role.OTHER, Role.SCSP);

    private static final List<ModuleId> MODULES =
            List.of(
                    ModuleId.CDRS,
                    ModuleId.CHARGING_PROFILES,
                    ModuleId.COMMANDS,
                    ModuleId.LOCATIONS,
                    ModuleId.SESSIONS,
                    ModuleId.TARIFFS,
                    ModuleId.TOKENS);

    private Encoding() {}

    static byte[] country(PartyId id) {
        return id.countryCode().getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] party(PartyId id) {
        return id.partyId().getBytes(StandardCharsets.US_ASCII);
    }

    static Optional<PartyId> partyId(byte[] country, byte[] party) {
        return PartyId.of(
                new String(country, StandardCharsets.ISO_8859_1),
                new String(party, StandardCharsets.ISO_8859_1));
    }

    static List<BigInteger> ordinals(Set<Role> roles) {
        return roles.stream().map(ROLES::indexOf).sorted().map(BigInteger::valueOf).toList();
    }

    /**
     * The ordinals of modules.
     *
     * @throws IllegalArgumentException when the registry has no place for one of them
     */
    static List<BigInteger> moduleOrdinals(Collection<ModuleId> modules) {
        return modules.stream()
                .map(module -> {
                    int ordinal = MODULES.indexOf(module);
                    if (ordinal < 0) {
                        throw new IllegalArgumentException(
                                "the registry has no place for module '%s', only for %s"
                                        .formatted(module, MODULES));
                    }
                    return ordinal;
                })
                .sorted()
                .map(BigInteger::valueOf)
                .toList();
    }

    static Set<Role> roles(BigInteger mask) {
        return IntStream.range(0, ROLES.size())
                .filter(mask::testBit)
                .mapToObj(ROLES::get)
                .collect(Collectors.toSet());
    }

    /** Roles by their ordinals; those that nobody knows are left out. */
    static Set<Role> roles(List<Integer> ordinals) {
        return ordinals.stream()
                .filter(ordinal -> ordinal < ROLES.size())
                .map(ROLES::get)
                .collect(Collectors.toSet());
    }

    /** Modules by their ordinals. */
    static Modules modules(List<Integer> sender, List<Integer> receiver) {
        return new Modules(modules(sender), modules(receiver));
    }

    private static Set<ModuleId> modules(List<Integer> ordinals) {
        return ordinals.stream()
                .filter(ordinal -> ordinal < MODULES.size())
                .map(MODULES::get)
                .collect(Collectors.toSet());
    }

    static Modules modules(BigInteger sender, BigInteger receiver) {
        return new Modules(modules(sender), modules(receiver));
    }

    private static Set<ModuleId> modules(BigInteger mask) {
        return IntStream.range(0, MODULES.size())
                .filter(mask::testBit)
                .mapToObj(MODULES::get)
                .collect(Collectors.toSet());
    }

    /** An operator, if its domain is an address at which somebody can be called. */
    static Optional<Operator> operator(String address, String domain) {
        try {
            URI url = new URI(domain);
            boolean callable =
                    url.getHost() != null
                            && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
            return callable
                    ? Optional.of(new Operator(new Address(address), url))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
