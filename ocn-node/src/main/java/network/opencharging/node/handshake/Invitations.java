package network.opencharging.node.handshake;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Invitation;
import network.opencharging.node.platform.Invitation.Purpose;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Revision;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Written;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Hands out the tokens with which somebody may begin. */
public final class Invitations {
    /** Longer than any handshake takes; what a crash leaves behind is void soon. */
    private static final Duration APPROACH = Duration.ofMinutes(10);

    private final Platforms platforms;
    private final TokenVault vault;
    private final Supplier<CredentialsToken> tokens;
    private final Supplier<String> ids;
    private final Clock clock;

    /** Invitations of this node. */
    public Invitations(
            Platforms platforms,
            TokenVault vault,
            Supplier<CredentialsToken> tokens,
            Supplier<String> ids,
            Clock clock) {
        this.platforms = platforms;
        this.vault = vault;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A token that was handed out.
     *
     * @param platform the planned platform as stored, without the token
     * @param token the token itself: shown once, stored nowhere
     */
    public record Issued(PlannedPlatform platform, CredentialsToken token) {}

    /**
     * Plans a platform and gives it a token A.
     *
     * @param parties whom it is for; empty means anybody whom the registry lists here
     * @param lifetime how long it may be used
     */
    public Issued plan(Set<PartyId> parties, Duration lifetime) {
        return issue(Purpose.REGISTER, parties, lifetime);
    }

    /**
     * Another token A for a platform that has lost its tokens, or never used the one it got: what
     * it had before is void, and it is to register anew. What it has set, its rules, remains.
     *
     * @param platform invited or registered
     * @return empty when it was changed at the same time, and nothing was done
     */
    public Optional<Issued> again(Platform platform, Duration lifetime) {
        CredentialsToken token = tokens.get();
        Instant now = clock.instant();
        PlannedPlatform planned =
                new PlannedPlatform(
                        platform.id(),
                        platform.revision().changed(now),
                        new Invitation(
                                vault.hash(token.reveal()),
                                Purpose.REGISTER,
                                parties(platform),
                                now.plus(lifetime)));
        return platforms.save(planned) instanceof Written.Stored(PlannedPlatform kept)
                ? Optional.of(new Issued(kept, token))
                : Optional.empty();
    }

    private static Set<PartyId> parties(Platform platform) {
        return switch (platform) {
            case PlannedPlatform planned -> planned.invitation().parties();
            case ConnectedPlatform connected ->
                    connected.roles().stream()
                            .map(PartyRole::party)
                            .collect(Collectors.toUnmodifiableSet());
        };
    }

    /** A token B for a platform that we approach: it opens our versions until the answer is in. */
    Issued forApproach() {
        return issue(Purpose.READ_VERSIONS, Set.of(), APPROACH);
    }

    private Issued issue(Purpose purpose, Set<PartyId> parties, Duration lifetime) {
        CredentialsToken token = tokens.get();
        Instant now = clock.instant();
        PlannedPlatform planned =
                new PlannedPlatform(
                        new PlatformId(ids.get()),
                        Revision.fresh(now),
                        new Invitation(
                                vault.hash(token.reveal()), purpose, parties, now.plus(lifetime)));
        return switch (platforms.save(planned)) {
            case Written.Stored(Platform stored) when stored instanceof PlannedPlatform kept ->
                    new Issued(kept, token);
            case Written other ->
                    throw new IllegalStateException("a fresh platform was refused: " + other);
        };
    }
}
