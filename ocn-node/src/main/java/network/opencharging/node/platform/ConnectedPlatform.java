package network.opencharging.node.platform;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.time.Instant;
import java.util.List;

/**
 * A registered platform. It may be OFFLINE or SUSPENDED; registered it is nevertheless.
 *
 * @param id which one
 * @param revision which write of it
 * @param status any but PLANNED
 * @param roles the parties it speaks for, at least one
 * @param inbound the tokens with which it enters
 * @param connection how it is reached
 */
public record ConnectedPlatform(
        PlatformId id,
        Revision revision,
        ConnectionStatus status,
        List<PartyRole> roles,
        InboundTokens inbound,
        Connection connection)
        implements Platform {
    /** Checks that it is a registered one. */
    public ConnectedPlatform {
        if (status == ConnectionStatus.PLANNED) {
            throw new IllegalArgumentException(
                    "status of a connected platform must not be PLANNED");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles must name at least one party");
        }
        roles = List.copyOf(roles);
    }

    /** True when it speaks for the party, in whatever role. */
    public boolean speaksFor(PartyId party) {
        return roles.stream().anyMatch(role -> role.party().equals(party));
    }

    /** True when it speaks for the party in this role. */
    public boolean speaksFor(PartyId party, Role inRole) {
        return roles.stream().anyMatch(role -> role.party().equals(party) && role.role() == inRole);
    }

    /** The same with another status. */
    public ConnectedPlatform with(ConnectionStatus other, Instant now) {
        return new ConnectedPlatform(id, revision.changed(now), other, roles, inbound, connection);
    }

    /** The same with other inbound tokens. */
    public ConnectedPlatform with(InboundTokens tokens, Instant now) {
        return new ConnectedPlatform(id, revision.changed(now), status, roles, tokens, connection);
    }

    @Override
    public ConnectedPlatform with(Revision other) {
        return new ConnectedPlatform(id, other, status, roles, inbound, connection);
    }
}
