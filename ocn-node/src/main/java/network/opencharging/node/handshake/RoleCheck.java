package network.opencharging.node.handshake;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.util.List;
import java.util.Optional;

/**
 * OCPI believes a platform whatever parties it claims (ocpi#509). Here each claim is held against
 * the registry: the party must be listed under this node, account and URL, and no other platform
 * may speak for it already. Without this, anybody with a token could take over anybody's party.
 */
final class RoleCheck {
    private final Directory directory;
    private final Platforms platforms;
    private final Operator self;

    RoleCheck(Directory directory, Platforms platforms, Operator self) {
        this.directory = directory;
        this.platforms = platforms;
        this.self = self;
    }

    /** The first objection to these roles on this platform. */
    Optional<HandshakeProblem> objection(List<PartyRole> roles, PlatformId platform) {
        if (!directory.freshness().loaded()) {
            return Optional.of(new HandshakeProblem.RegistryUnread());
        }
        Snapshot registry = directory.snapshot();
        return roles.stream()
                .flatMap(role -> notListed(role, registry).or(() -> taken(role, platform)).stream())
                .findFirst();
    }

    private Optional<HandshakeProblem> taken(PartyRole role, PlatformId platform) {
        return platforms
                .byParty(role.party(), role.role())
                .map(ConnectedPlatform::id)
                .filter(other -> !other.equals(platform))
                .map(_ -> new HandshakeProblem.RoleTaken(role));
    }

    private Optional<HandshakeProblem> notListed(PartyRole role, Snapshot registry) {
        PartyId id = role.party();
        Optional<Party> party = registry.party(id);
        if (party.isEmpty()) {
            return problem(id, "is not listed in the registry; list it under %s".formatted(here()));
        }
        if (!party.get().operator().equals(self.address())) {
            return problem(
                    id,
                    "is listed under %s, not under %s"
                            .formatted(there(party.get(), registry), here()));
        }
        if (!party.get().admitted()) {
            return problem(id, "names %s, which has not admitted it yet".formatted(here()));
        }
        Optional<Operator> operator = registry.operator(self.address());
        if (operator.isEmpty() || !operator.get().url().equals(self.url())) {
            return problem(
                    id,
                    "is listed under an operator whose node is %s in the registry, not %s"
                            .formatted(
                                    operator.map(found -> found.url().toString()).orElse("missing"),
                                    self.url()));
        }
        if (!party.get().roles().contains(role.role())) {
            return problem(
                    id, "is listed as %s, not as %s".formatted(party.get().roles(), role.role()));
        }
        return Optional.empty();
    }

    private static Optional<HandshakeProblem> problem(PartyId party, String finding) {
        return Optional.of(new HandshakeProblem.NotListedHere(party, party + " " + finding + "."));
    }

    private String here() {
        return "this node (%s, operator %s)".formatted(self.url(), self.address());
    }

    private static String there(Party party, Snapshot registry) {
        return registry.operator(party.operator())
                .map(other -> "the node %s (operator %s)".formatted(other.url(), other.address()))
                .orElseGet(() -> "operator %s, which has no node".formatted(party.operator()));
    }
}
