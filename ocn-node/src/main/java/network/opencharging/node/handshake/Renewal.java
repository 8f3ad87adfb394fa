package network.opencharging.node.handshake;

import network.opencharging.node.handshake.Checked.Bad;
import network.opencharging.node.handshake.Checked.Good;
import network.opencharging.node.handshake.Handshake.Agreed;
import network.opencharging.node.handshake.Handshake.Failed;
import network.opencharging.node.handshake.OcpiCall.Said;
import network.opencharging.node.handshake.VersionProbe.Probed;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.InboundTokens;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenHash;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Written;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What we begin with a platform that is registered: tokens are exchanged for fresh ones (PUT of
 * credentials, OCPI 2.2.1 §7.2.3), and its versions are read again.
 *
 * <p>While the platform is asked, its old token and the one it is given both count: it uses the new
 * one to look at us before it answers. Whoever does not answer may have taken it all the same, so
 * both go on to count, until the new one is used or for a day.
 */
public final class Renewal {
    private static final int MOST_TRIES = 5;

    private final Platforms platforms;
    private final RoleCheck roles;
    private final VersionProbe probe;
    private final OcpiCall calls;
    private final HandshakeForms forms;
    private final Fresh fresh;

    /**
     * Makes tokens.
     *
     * @param vault hashes them
     * @param tokens makes them
     * @param clock tells until when the ones before count
     */
    record Fresh(TokenVault vault, Supplier<CredentialsToken> tokens, Clock clock) {
        TokenHash hash(CredentialsToken token) {
            return vault.hash(token.reveal());
        }
    }

    Renewal(
            Platforms platforms,
            RoleCheck roles,
            VersionProbe probe,
            OcpiCall calls,
            HandshakeForms forms,
            Fresh fresh) {
        this.platforms = platforms;
        this.roles = roles;
        this.probe = probe;
        this.calls = calls;
        this.forms = forms;
        this.fresh = fresh;
    }

    /** Exchanges both tokens. When the platform refuses, those of before go on to count. */
    public Handshake rotate(ConnectedPlatform platform) {
        Optional<URI> credentials = platform.connection().credentialsEndpoint();
        if (forms.find(platform.connection().version().value()).isEmpty()) {
            return new Failed(
                    new HandshakeProblem.NoCommonVersion(
                            forms.toString(), List.of(platform.connection().version().value())));
        }
        if (credentials.isEmpty()) {
            return new Failed(new HandshakeProblem.EndpointsMissing("no credentials module"));
        }
        CredentialsToken token = fresh.tokens().get();
        InboundTokens both = platform.inbound().offered(fresh.hash(token), fresh.clock().instant());
        Written written = platforms.save(platform.with(both, fresh.clock().instant()));
        return written instanceof Written.Stored(ConnectedPlatform offered)
                ? offer(offered, credentials.get(), token)
                : outcome(written, token);
    }

    private Handshake offer(ConnectedPlatform platform, URI credentials, CredentialsToken token) {
        HandshakeForm form = forms.of(platform.connection().version());
        Json.Obj ours = form.ours(token, parties(platform));
        Said said = calls.ask("PUT", credentials, platform.connection().token(), Optional.of(ours));
        return switch (said) {
            case Said.Success(Json data) -> answered(platform, form, data, token);
            case Said.Silent(String sentence) ->
                    unusable(
                            sentence
                                    + " It may have taken the new token all the same: until it is"
                                    + " used, the one before counts for a day. Try again.");
            case Said.Unauthorized(String sentence) -> takenBack(platform, sentence);
            case Said.Useless(String sentence) -> takenBack(platform, sentence);
        };
    }

    private static Set<PartyId> parties(ConnectedPlatform platform) {
        return platform.roles().stream()
                .map(PartyRole::party)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Handshake takenBack(ConnectedPlatform offered, String sentence) {
        change(offered.id(), now -> now.with(now.inbound().takenBack(), fresh.clock().instant()));
        return unusable(sentence);
    }

    private Handshake answered(
            ConnectedPlatform offered, HandshakeForm form, Json data, CredentialsToken token) {
        return switch (form.theirs(data)) {
            case Bad<Credentials> bad ->
                    unusable("the credentials in the answer are unusable: " + bad.sentence());
            case Good<Credentials>(Credentials theirs) -> {
                List<PartyRole> named = theirs.roles();
                Optional<HandshakeProblem> objection = roles.objection(named, offered.id());
                // Roles that are refused change nothing of those of before; the tokens count.
                Written written =
                        change(
                                offered.id(),
                                now ->
                                        agreed(
                                                now,
                                                theirs,
                                                objection.isEmpty() ? named : now.roles()));
                yield objection
                        .<Handshake>map(Failed::new)
                        .orElseGet(() -> outcome(written, token));
            }
        };
    }

    /** From now on with the token that was returned, and the versions URL that was named. */
    private ConnectedPlatform agreed(
            ConnectedPlatform now, Credentials theirs, List<PartyRole> roles) {
        Connection before = now.connection();
        OutboundToken shown = new OutboundToken(theirs.token(), before.token().encoding());
        return new ConnectedPlatform(
                now.id(),
                now.revision().changed(fresh.clock().instant()),
                now.status(),
                roles,
                now.inbound().settled(fresh.clock().instant()),
                new Connection(theirs.url(), before.version(), before.endpoints(), shown));
    }

    /** Reads the versions and endpoints of the platform again; the version agreed upon stays. */
    public Handshake refresh(ConnectedPlatform platform) {
        Connection before = platform.connection();
        return switch (probe.probe(before.versionsUrl(), before.token(), before.version())) {
            case Probed.Unusable(HandshakeProblem problem) -> new Failed(problem);
            case Probed.Usable(Connection read) ->
                    outcome(
                            change(platform.id(), now -> reread(now, read)),
                            before.token().token());
        };
    }

    private ConnectedPlatform reread(ConnectedPlatform now, Connection read) {
        return new ConnectedPlatform(
                now.id(),
                now.revision().changed(fresh.clock().instant()),
                now.status(),
                now.roles(),
                now.inbound(),
                new Connection(
                        read.versionsUrl(),
                        read.version(),
                        read.endpoints(),
                        now.connection().token()));
    }

    /** The platform itself may change its registration meanwhile, and often does: it is in use. */
    private Written change(PlatformId id, UnaryOperator<ConnectedPlatform> how) {
        Written written = new Written.Outdated(id);
        for (int i = 0; i < MOST_TRIES && written instanceof Written.Outdated; i++) {
            if (i > 0) {
                platforms.refresh();
            }
            written =
                    platforms.byId(id).orElse(null) instanceof ConnectedPlatform now
                            ? platforms.save(how.apply(now))
                            : written;
        }
        return written;
    }

    private static Handshake outcome(Written written, CredentialsToken token) {
        return switch (written) {
            case Written.Stored(ConnectedPlatform stored) -> new Agreed(stored, token);
            case Written.RoleTaken(PartyRole role) ->
                    new Failed(new HandshakeProblem.RoleTaken(role));
            case Written.Outdated _, Written.Stored _ ->
                    new Failed(new HandshakeProblem.Overtaken());
        };
    }

    private static Handshake unusable(String sentence) {
        return new Failed(new HandshakeProblem.ApiUnusable(sentence));
    }
}
