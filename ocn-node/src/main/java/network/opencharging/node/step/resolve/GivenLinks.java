package network.opencharging.node.step.resolve;

import network.opencharging.node.links.CallbackMemory;
import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.node.links.LinkSeal;
import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Target;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.protocol.message.NodeMessage.Proxy;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.Answer;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.Route;

import java.util.List;
import java.util.Optional;

/**
 * Follows the links that nodes gave out. An address is called with the receiver's token only when
 * this node sealed it itself, or when the receiver announced its origin; otherwise any operator
 * could have tokens sent to wherever it likes.
 */
public final class GivenLinks {
    private final LinkSeal seal;
    private final CallbackMemory callbacks;

    /** Opens links with these. */
    public GivenLinks(LinkSeal seal, CallbackMemory callbacks) {
        this.seal = seal;
        this.callbacks = callbacks;
    }

    /** A link in a message: what it is for, and its token. */
    private record Given(LinkScope scope, String token) {}

    /**
     * What a link leads to at a platform of this node; empty when the message has no link.
     *
     * @throws Refused when it has one that must not be followed
     */
    Optional<Destination> behind(Permitted permitted, List<ConnectedPlatform> open) {
        return switch (permitted.arrival()) {
            case Arrival.FromPlatform _ -> own(permitted, open);
            case Arrival.FromNode(var _, var _, Proxy proxy) ->
                    isCallback(permitted.message().target())
                            ? callback(permitted, open, proxy)
                            : asked(permitted, open, proxy);
        };
    }

    /**
     * What the other node must know to follow the link in a message.
     *
     * @throws Refused when this node gave out the link and it no longer opens
     */
    Proxy beyond(Permitted permitted) {
        Optional<Given> given = given(permitted);
        if (given.isEmpty()) {
            return Proxy.NONE;
        }
        LinkScope scope = given.get().scope();
        String token = given.get().token();
        if (scope.kind() == LinkKind.CALLBACK) {
            // The other node gave it out; only some want the address back.
            return callbacks.find(scope, token).map(GivenLinks::following).orElse(Proxy.NONE);
        }
        return following(seal.open(scope, token).orElseThrow(GivenLinks::unknown));
    }

    private Optional<Destination> own(Permitted permitted, List<ConnectedPlatform> open) {
        return given(permitted)
                .map(given ->
                        seal.open(given.scope(), given.token()).orElseThrow(GivenLinks::unknown))
                .map(url -> new Destination.LocalPlatform(platformAt(url, open), url, true));
    }

    /** A callback to a party of this node: the id is one that this node sealed. */
    private Optional<Destination> callback(
            Permitted permitted, List<ConnectedPlatform> open, Proxy proxy) {
        Given given = given(permitted).orElseThrow(GivenLinks::unknown);
        String url = seal.open(given.scope(), given.token()).orElseThrow(GivenLinks::unknown);
        if (proxy.resource().filter(resource -> !resource.equals(url)).isPresent()) {
            throw refused("what this node gave out for that id");
        }
        return Optional.of(new Destination.LocalPlatform(platformAt(url, open), url, true));
    }

    /** Another node asks for an address of a party of this node. */
    private static Optional<Destination> asked(
            Permitted permitted, List<ConnectedPlatform> open, Proxy proxy) {
        if (proxy.resource().isEmpty() || proxy.uid().isPresent()) {
            if (isSurelyLink(permitted.message().target())) {
                throw unknown();
            }
            return Optional.empty();
        }
        if (permitted.message().target().method() != HttpMethod.GET) {
            throw refused("for a GET only");
        }
        String url = proxy.resource().get();
        return Optional.of(
                open.stream()
                        .filter(platform -> Announced.by(platform).covers(url))
                        .findFirst()
                        .map(platform -> new Destination.LocalPlatform(platform, url, true))
                        .orElseThrow(() -> refused("an address that the receiver announced")));
    }

    /**
     * The platform that announced the origin; the first, when the party's own links lead astray.
     */
    private static ConnectedPlatform platformAt(String url, List<ConnectedPlatform> open) {
        return open.stream()
                .filter(platform -> Announced.by(platform).covers(url))
                .findFirst()
                .orElseThrow(GivenLinks::unknown);
    }

    private Optional<Given> given(Permitted permitted) {
        Target target = permitted.message().target();
        PartyId sender = permitted.sender().party();
        PartyId recipient = permitted.recipient();
        if (isCallback(target)) {
            return Optional.of(given(LinkKind.CALLBACK, target, recipient, sender));
        }
        return switch (target.route().given()) {
            case PAGE ->
                    Optional.of(given(LinkKind.PAGE, target, sender, recipient))
                            .filter(given ->
                                    isSurelyLink(target)
                                            || seal.open(given.scope(), given.token()).isPresent());
            case LOCATION -> Optional.of(given(LinkKind.LOCATION, target, sender, recipient));
            case CALLBACK -> Optional.of(given(LinkKind.CALLBACK, target, recipient, sender));
            case NOTHING -> Optional.empty();
        };
    }

    private static Given given(LinkKind kind, Target target, PartyId requester, PartyId server) {
        return new Given(new LinkScope(kind, target.module(), requester, server), last(target));
    }

    /** A module that the table does not know may have a path of its own that looks like a page. */
    private static boolean isSurelyLink(Target target) {
        return target.route().given() != Route.Given.NOTHING
                && target.route().answer() != Answer.ANYTHING;
    }

    /** Published nodes leave the command out of the path between nodes. */
    private static boolean isCallback(Target target) {
        boolean calledBack =
                target.module().equals(ModuleId.COMMANDS)
                        || target.module().equals(ModuleId.CHARGING_PROFILES);
        return calledBack
                && target.role() == InterfaceRole.SENDER
                && target.method() == HttpMethod.POST;
    }

    private static String last(Target target) {
        String path = target.key().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Proxy following(String url) {
        return new Proxy(Optional.empty(), Optional.of(url));
    }

    private static Refused unknown() {
        return new Refused(new Refusal.LinkUnknown());
    }

    private static Refused refused(String why) {
        return new Refused(new Refusal.ProxyResourceRefused(why));
    }
}
