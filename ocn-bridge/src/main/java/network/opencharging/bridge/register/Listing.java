package network.opencharging.bridge.register;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Snapshot;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether the registry leads to this bridge: through the hub that it registers with. */
public final class Listing {
    private final Optional<Directory> directory;

    /** A check against this registry. */
    public Listing(Directory directory) {
        this.directory = Optional.of(directory);
    }

    private Listing() {
        this.directory = Optional.empty();
    }

    /** No check: for a network without a registry. */
    public static Listing unchecked() {
        return new Listing();
    }

    /**
     * What is wrong with the listing of a party, in a sentence; empty when all is well.
     *
     * @param versionsUrl of the hub
     */
    private static Optional<String> fault(Snapshot now, OwnRole role, URI versionsUrl) {
        PartyId party = role.party();
        if (now.party(party).isEmpty()) {
            return Optional.of("%s is not in the registry: list it there first.".formatted(party));
        }
        if (!now.party(party).get().roles().contains(role.role())) {
            return Optional.of(
                    "The registry lists %s as %s, not as %s."
                            .formatted(party, now.party(party).get().roles(), role.role()));
        }
        Optional<Operator> operator = now.operatorOf(party);
        if (operator.isEmpty()) {
            return Optional.of(
                    "%s is listed, but its operator has not admitted it or has no node: ask the operator."
                            .formatted(party));
        }
        return versionsUrl.toString().startsWith(operator.get().url().toString())
                ? Optional.empty()
                : Optional.of(
                        "%s is listed at %s, and not at %s."
                                .formatted(party, operator.get().url(), versionsUrl));
    }

    private static String unread(Freshness fresh) {
        return "The registry (%s) has not been read yet%s."
                .formatted(
                        fresh.source(),
                        fresh.trouble().map(why -> ": " + why).orElse(", which takes a moment"));
    }

    /** The first fault among these. */
    public Optional<Problem> problem(List<OwnRole> roles, URI versionsUrl) {
        Optional<Snapshot> now = directory.map(Directory::snapshot);
        Optional<Freshness> unread =
                directory.map(Directory::freshness).filter(fresh -> !fresh.loaded());
        if (unread.isPresent()) {
            return unread.map(Listing::unread).map(Problem.NotListed::new);
        }
        return roles.stream()
                .flatMap(role -> now.flatMap(known -> fault(known, role, versionsUrl)).stream())
                .findFirst()
                .map(Problem.NotListed::new);
    }
}
