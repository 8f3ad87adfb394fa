package network.opencharging.node.handshake;

import network.opencharging.node.handshake.Handshake.Agreed;
import network.opencharging.node.handshake.Handshake.Failed;
import network.opencharging.node.handshake.VersionProbe.Probed;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.InboundTokens;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Revision;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Written;
import network.opencharging.protocol.message.CredentialsToken;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The receiver's side of the credentials module (OCPI 2.2.1 §7): a platform registers, renews or
 * ends its registration with us.
 *
 * <p>The platform is called back before anything is written, and no transaction is open meanwhile:
 * of requests that run at the same time, the first to write wins and the others change nothing.
 */
public final class Registration {
    private final Platforms platforms;
    private final RoleCheck roles;
    private final VersionProbe probe;
    private final TokenVault vault;
    private final Supplier<CredentialsToken> tokens;
    private final Clock clock;

    Registration(
            Platforms platforms,
            RoleCheck roles,
            VersionProbe probe,
            TokenVault vault,
            Supplier<CredentialsToken> tokens,
            Clock clock) {
        this.platforms = platforms;
        this.roles = roles;
        this.probe = probe;
        this.vault = vault;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * How a credentials object came in.
     *
     * @param credentials what it says
     * @param encoding how the caller wrote its own token: it is called back the same way first
     * @param version under which version's URL it was sent: that one is preferred
     */
    public record Offer(
            Credentials credentials, CredentialsToken.Encoding encoding, OcpiVersion version) {}

    /** POST: the holder of an invitation registers. The invitation is void afterwards. */
    public Handshake register(PlannedPlatform planned, Offer offer) {
        Optional<HandshakeProblem> stranger =
                offer.credentials().roles().stream()
                        .map(PartyRole::party)
                        .filter(party -> !planned.invitation().isFor(party))
                        .findFirst()
                        .map(HandshakeProblem.NotInvited::new);
        return stranger.<Handshake>map(Failed::new)
                .orElseGet(() -> agree(planned, offer, InboundTokens::of));
    }

    /**
     * PUT: a registered platform renews its registration. Its endpoints are read again, its roles
     * checked again; the old token still counts until the new one is used, for five minutes at
     * most.
     */
    public Handshake renew(ConnectedPlatform platform, Offer offer) {
        Instant now = clock.instant();
        return agree(platform, offer, fresh -> platform.inbound().rotatedTo(fresh, now));
    }

    /** DELETE: a registered platform leaves; both tokens are void. Empty when it is done. */
    public Optional<HandshakeProblem> end(ConnectedPlatform platform) {
        return switch (platforms.remove(platform)) {
            case Written.Stored _ -> Optional.empty();
            case Written.Outdated _, Written.RoleTaken _ ->
                    Optional.of(new HandshakeProblem.Overtaken());
        };
    }

    /** How the inbound tokens look once a fresh one is added. */
    private interface Rotation {
        InboundTokens to(network.opencharging.node.platform.TokenHash fresh);
    }

    private Handshake agree(Platform before, Offer offer, Rotation rotation) {
        Credentials theirs = offer.credentials();
        Optional<HandshakeProblem> objection = roles.objection(theirs.roles(), before.id());
        if (objection.isPresent()) {
            return new Failed(objection.get());
        }
        OutboundToken shown = new OutboundToken(theirs.token(), offer.encoding());
        return switch (probe.probe(theirs.url(), shown, offer.version())) {
            case Probed.Unusable(HandshakeProblem problem) -> new Failed(problem);
            case Probed.Usable(Connection connection) ->
                    write(before, theirs, connection, rotation);
        };
    }

    private Handshake write(
            Platform before, Credentials theirs, Connection connection, Rotation rotation) {
        CredentialsToken fresh = tokens.get();
        Revision revision = before.revision().changed(clock.instant());
        ConnectedPlatform after =
                new ConnectedPlatform(
                        before.id(),
                        revision,
                        ConnectionStatus.CONNECTED,
                        theirs.roles(),
                        rotation.to(vault.hash(fresh.reveal())),
                        connection);
        return switch (platforms.save(after)) {
            case Written.Stored(ConnectedPlatform stored) -> new Agreed(stored, fresh);
            case Written.RoleTaken(PartyRole role) ->
                    new Failed(new HandshakeProblem.RoleTaken(role));
            case Written.Outdated _, Written.Stored _ ->
                    new Failed(new HandshakeProblem.Overtaken());
        };
    }
}
