package network.opencharging.node.handshake;

import network.opencharging.node.handshake.Checked.Bad;
import network.opencharging.node.handshake.Checked.Good;
import network.opencharging.node.handshake.Handshake.Agreed;
import network.opencharging.node.handshake.Handshake.Failed;
import network.opencharging.node.handshake.OcpiCall.Said;
import network.opencharging.node.handshake.VersionProbe.Probed;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.InboundTokens;
import network.opencharging.node.platform.Invitation;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Written;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The sender's side of the credentials module: we register with a platform that has given us its
 * versions URL and a token A.
 *
 * <p>While it looks at us, our token B opens our versions and nothing else. Where anything fails
 * after the other side has agreed, it is told so with a DELETE, and nothing remains here.
 */
public final class Approach {
    private final Platforms platforms;
    private final RoleCheck roles;
    private final VersionProbe probe;
    private final OcpiCall calls;
    private final HandshakeForms forms;
    private final Invitations invitations;

    Approach(
            Platforms platforms,
            RoleCheck roles,
            VersionProbe probe,
            OcpiCall calls,
            HandshakeForms forms,
            Invitations invitations) {
        this.platforms = platforms;
        this.roles = roles;
        this.probe = probe;
        this.calls = calls;
        this.forms = forms;
        this.invitations = invitations;
    }

    /**
     * Registers with a platform.
     *
     * @param versionsUrl where it lists its versions
     * @param tokenA what it gave us to begin with
     */
    public Handshake start(URI versionsUrl, CredentialsToken tokenA) {
        OutboundToken shown = new OutboundToken(tokenA, CredentialsToken.Encoding.BASE64);
        return switch (probed(versionsUrl, shown)) {
            case Probed.Unusable(HandshakeProblem problem) -> new Failed(problem);
            case Probed.Usable(Connection connection) -> offer(connection);
        };
    }

    /** Through an adapter only where there is no other way. */
    private Probed probed(URI versionsUrl, OutboundToken shown) {
        Probed probed = probe.probe(versionsUrl, shown, forms.preferred());
        for (OcpiVersion older : forms.translated().toList()) {
            if (probed instanceof Probed.Unusable(HandshakeProblem.NoCommonVersion _)) {
                // Base64 came with 2.2 (OCPI 2.2-d2 §4.1.2).
                OutboundToken plain = shown.as(CredentialsToken.Encoding.RAW);
                probed = probe.probe(versionsUrl, plain, older);
            }
        }
        return probed;
    }

    private Handshake offer(Connection connection) {
        HandshakeForm form = forms.of(connection.version());
        Optional<URI> credentials = connection.credentialsEndpoint();
        if (credentials.isEmpty()) {
            return new Failed(new HandshakeProblem.EndpointsMissing("no credentials module"));
        }
        Invitations.Issued issued = invitations.forApproach();
        Said said =
                calls.ask(
                        "POST",
                        credentials.get(),
                        connection.token(),
                        Optional.of(form.ours(issued.token(), Set.of())));
        Handshake handshake =
                switch (said) {
                    case Said.Success(Json data) -> answered(issued, connection, data);
                    case Said.Unauthorized(String sentence) -> unusable(sentence);
                    case Said.Silent(String sentence) -> unusable(sentence);
                    case Said.Useless(String sentence) -> unusable(sentence);
                };
        if (handshake instanceof Failed) {
            withdraw(issued.platform());
        }
        return handshake;
    }

    private Handshake answered(Invitations.Issued issued, Connection connection, Json data) {
        return switch (forms.of(connection.version()).theirs(data)) {
            case Bad<Credentials> bad ->
                    unusable("the credentials in the answer are unusable: " + bad.sentence());
            case Good<Credentials>(Credentials theirs) -> {
                Connection agreed = settled(connection, theirs);
                Handshake handshake = conclude(issued, agreed, theirs);
                if (handshake instanceof Failed) {
                    takeBack(agreed);
                }
                yield handshake;
            }
        };
    }

    /** From now on with the token that was returned, and the versions URL that was named. */
    private static Connection settled(Connection connection, Credentials theirs) {
        OutboundToken token = new OutboundToken(theirs.token(), connection.token().encoding());
        return new Connection(theirs.url(), connection.version(), connection.endpoints(), token);
    }

    private Handshake conclude(
            Invitations.Issued issued, Connection connection, Credentials theirs) {
        PlannedPlatform planned = issued.platform();
        Optional<HandshakeProblem> objection = roles.objection(theirs.roles(), planned.id());
        if (objection.isPresent()) {
            return new Failed(objection.get());
        }
        Invitation invitation = planned.invitation();
        ConnectedPlatform connected =
                new ConnectedPlatform(
                        planned.id(),
                        planned.revision(),
                        ConnectionStatus.CONNECTED,
                        theirs.roles(),
                        InboundTokens.of(invitation.token()),
                        connection);
        return switch (platforms.save(connected)) {
            case Written.Stored(ConnectedPlatform stored) -> new Agreed(stored, issued.token());
            case Written.RoleTaken(var role) -> new Failed(new HandshakeProblem.RoleTaken(role));
            case Written.Outdated _, Written.Stored _ ->
                    new Failed(new HandshakeProblem.Overtaken());
        };
    }

    /**
     * Ends a registration from our side: the other side is told, and whatever it says, it is over
     * here.
     *
     * @return what the other side said when it was not simply yes
     */
    public Optional<String> end(ConnectedPlatform platform) {
        Optional<String> told = takeBack(platform.connection());
        withdraw(platform);
        return told;
    }

    private void withdraw(Platform platform) {
        platforms.byId(platform.id()).ifPresent(platforms::remove);
    }

    private Optional<String> takeBack(Connection connection) {
        return connection
                .credentialsEndpoint()
                .map(url -> calls.ask("DELETE", url, connection.token(), Optional.empty()))
                .flatMap(said ->
                        switch (said) {
                            case Said.Success _ -> Optional.<String>empty();
                            case Said.Unauthorized(String sentence) -> Optional.of(sentence);
                            case Said.Silent(String sentence) -> Optional.of(sentence);
                            case Said.Useless(String sentence) -> Optional.of(sentence);
                        });
    }

    private static Handshake unusable(String sentence) {
        return new Failed(new HandshakeProblem.ApiUnusable(sentence));
    }
}
