package network.opencharging.bridge.quirk;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The quirks that are allowed.
 *
 * @param allowed by the settings
 */
public record Quirks(List<Quirk> allowed) {
    private static final List<Quirk> KNOWN =
            List.of(new RawTokens(), new OldVersion(), new SessionsUnderReceiver());
    private static final List<CredentialsToken.Encoding> ENCODINGS =
            List.of(CredentialsToken.Encoding.BASE64, CredentialsToken.Encoding.RAW);

    /** The version that is spoken. */
    public static final String VERSION = "2.2.1";

    /** Keeps the list from changing. */
    public Quirks {
        allowed = List.copyOf(allowed);
    }

    /** None: OCPI as it is written. */
    public static Quirks none() {
        return new Quirks(List.of());
    }

    /** Those of these names; {@code ORIGINAL_BRIDGE} is all of them. Empty when one is unknown. */
    public static Optional<Quirks> named(List<String> names) {
        if (names.contains("ORIGINAL_BRIDGE")) {
            return Optional.of(new Quirks(KNOWN));
        }
        List<Quirk> found = KNOWN.stream().filter(one -> names.contains(one.name())).toList();
        return found.size() == names.size() ? Optional.of(new Quirks(found)) : Optional.empty();
    }

    /** All names, for who has written a wrong one. */
    public static String names() {
        return KNOWN.stream().map(Quirk::name).collect(Collectors.joining(", "))
                + ", or ORIGINAL_BRIDGE for all of them";
    }

    /** In which order the ways to write a token are tried. */
    public List<CredentialsToken.Encoding> encodings() {
        List<CredentialsToken.Encoding> order = ENCODINGS;
        for (Quirk quirk : allowed) {
            order = quirk.encodings(order);
        }
        return order;
    }

    /** The versions that are offered and taken, the best first. */
    public List<String> versions() {
        List<String> versions = List.of(VERSION);
        for (Quirk quirk : allowed) {
            versions = quirk.versions(versions);
        }
        return versions;
    }

    /** Where a request was meant to go. */
    public RouteKey straightened(RouteKey key, PartyId from, PartyId to) {
        RouteKey meant = key;
        for (Quirk quirk : allowed) {
            meant = quirk.straightened(meant, from, to);
        }
        return meant;
    }
}
