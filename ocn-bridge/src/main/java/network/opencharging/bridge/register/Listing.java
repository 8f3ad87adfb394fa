package network.opencharging.bridge.register;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Snapshot;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether the registry leads to this bridge: through the hub that it registers with. */
public final class Listing {
    private final Directory directory;

    /** A check against this registry. */
    public Listing(Directory directory) {
        this.directory = directory;
    }

    /**
     * What is wrong with the listing of a party, in a sentence; empty when all is well.
     *
     * @param versionsUrl of the hub
     */
    Optional<String> fault(OwnRole role, URI versionsUrl) {
        Snapshot now = directory.snapshot();
        PartyId party = role.party();
        if (now.party(party).isEmpty()) {
            return Optional.of(
                    "%s is not in the registry: list it with ocn party set.".formatted(party));
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

    /** The first fault among these. */
    Optional<Problem> problem(List<OwnRole> roles, URI versionsUrl) {
        return roles.stream()
                .flatMap(role -> fault(role, versionsUrl).stream())
                .findFirst()
                .map(Problem.NotListed::new);
    }
}
