package network.opencharging.node.step.authenticate;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Authenticated;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.Target;
import network.opencharging.node.network.Network;
import network.opencharging.node.pace.Pace;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.registry.directory.Operator;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A platform proves itself by its token and may speak for its own parties only; OCPI has no such
 * check (ocpi#509). A node proves itself by its signature and may speak for the parties that the
 * directory gives to it.
 */
public final class AuthenticateSender {
    private final Platforms platforms;
    private final TokenVault vault;
    private final Network network;
    private final Pace pace;
    private final OnceOnly once;

    /** Asks these. */
    public AuthenticateSender(
            Platforms platforms, TokenVault vault, Network network, Pace pace, OnceOnly once) {
        this.once = once;
        this.platforms = platforms;
        this.vault = vault;
        this.network = network;
        this.pace = pace;
    }

    /**
     * Says who sends.
     *
     * @throws Refused when that is not proved, or it sends too fast
     */
    public Authenticated authenticate(Received received) {
        Sender sender = sender(received);
        pace.wait(sender.party(), received.message().target().module())
                .ifPresent(left -> {
                    throw new Refused(new Refusal.TooFast(sender.party(), left));
                });
        return new Authenticated(received, sender);
    }

    private Sender sender(Received received) {
        return switch (received.arrival()) {
            case Arrival.FromPlatform(Optional<String> authorization) -> {
                ConnectedPlatform platform = platform(authorization);
                yield local(platform, from(received.message()));
            }
            case Arrival.FromNode node -> remote(node, received.message());
        };
    }

    private ConnectedPlatform platform(Optional<String> authorization) {
        String header = authorization.orElseThrow(() -> new Refused(new Refusal.NoToken()));
        ConnectedPlatform platform =
                known(header).orElseThrow(() -> new Refused(new Refusal.UnknownToken()));
        if (platform.status() == ConnectionStatus.SUSPENDED) {
            throw new Refused(new Refusal.CallerNotConnected(platform.status()));
        }
        return platform;
    }

    /** The platform that shows this value of Authorization, unless it is shut out. */
    public Optional<ConnectedPlatform> caller(String authorization) {
        return known(authorization)
                .filter(platform -> platform.status() != ConnectionStatus.SUSPENDED);
    }

    private Optional<ConnectedPlatform> known(String authorization) {
        return CredentialsToken.candidates(authorization).stream()
                .map(candidate -> vault.hash(candidate.token().reveal()))
                .flatMap(hash -> platforms.byInboundToken(hash).stream())
                .findFirst();
    }

    private static PartyId from(Message message) {
        return switch (message.routing().read()) {
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) -> routing.from();
            case RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault) ->
                    throw new Refused(new Refusal.RoutingWrong(fault));
        };
    }

    private static Sender local(ConnectedPlatform platform, PartyId party) {
        if (!platform.speaksFor(party)) {
            throw new Refused(new Refusal.ForeignSender(party));
        }
        return new Sender.Local(party, platform);
    }

    private Sender remote(Arrival.FromNode node, Message message) {
        PartyId party = from(message);
        Operator operator =
                network.operatorOf(party)
                        .orElseThrow(() -> new Refused(new Refusal.SenderUnknown(party)));
        String signature =
                node.signature()
                        .orElseThrow(
                                () -> new Refused(new Refusal.NodeSignatureWrong("it is missing")));
        Body text =
                Stream.<Supplier<Body>>of(node::signed, () -> rewritten(node.signed()))
                        .map(Supplier::get)
                        .filter(body -> signed(body, signature, operator))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refused(
                                        new Refusal.NodeSignatureWrong(
                                                "the operator of " + party + " did not sign")));
        if (isDone(message.target()) && once.isCopy(text)) {
            throw new Refused(new Refusal.CameBefore(message.ids().requestId()));
        }
        return new Sender.Remote(party, operator);
    }

    /** A question whether a token is good may be asked twice: nothing is done but answering it. */
    private static boolean isDone(Target target) {
        return target.method() == HttpMethod.POST && !target.module().equals(ModuleId.TOKENS);
    }

    private static boolean signed(Body body, String signature, Operator operator) {
        return NodeSignature.isBy(operator.address(), body.bytes(), signature);
    }

    /**
     * What was sent, written anew: published nodes sign their own writing of a message, and
     * something on the way may have put white space into it.
     */
    private static Body rewritten(Body signed) {
        return switch (NodeMessage.read(signed)) {
            case NodeMessage.Reading.Read(NodeMessage message) -> message.toBody();
            case NodeMessage.Reading.Unreadable _ -> Body.EMPTY;
        };
    }
}
