package network.opencharging.node.step.rewrite;

import network.opencharging.node.links.CallbackMemory;
import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.node.links.LinkSeal;
import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outbound;
import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Resolved;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.Target;
import network.opencharging.node.network.Network;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Origin;
import network.opencharging.protocol.message.NodeMessage.Proxy;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Replaces the URL for a later result: the receiver has no credentials for the sender's host, so it
 * gets an address of its own node, in which the sender's is sealed.
 */
public final class RewriteLinks {
    private final NodeAddress node;
    private final LinkSeal seal;
    private final CallbackMemory callbacks;
    private final NodeStamp stamp;
    private final Readdress readdress;
    private final Network network;

    /** Seals and signs with these. */
    public RewriteLinks(
            NodeAddress node,
            LinkSeal seal,
            CallbackMemory callbacks,
            NodeStamp stamp,
            Readdress readdress,
            Network network) {
        this.node = node;
        this.seal = seal;
        this.callbacks = callbacks;
        this.stamp = stamp;
        this.readdress = readdress;
        this.network = network;
    }

    /**
     * Makes the message ready for the next hop.
     *
     * @throws Refused when it names a URL that must not be called
     */
    public Outbound rewrite(Resolved resolved) {
        Message message = readdress.message(resolved);
        Optional<ResponseUrl> place = ResponseUrl.placeIn(message);
        if (place.isEmpty()) {
            return new Outbound(resolved, message, resolved.destination());
        }
        String url = place.get().of(message);
        return switch (resolved.permitted().sender()) {
            case Sender.Local(var _, ConnectedPlatform platform) ->
                    leaving(resolved, message, place.get(), announced(url, platform));
            case Sender.Remote _ -> arriving(resolved, url);
        };
    }

    private Outbound leaving(
            Resolved resolved, Message before, ResponseUrl place, String original) {
        Target target = before.target();
        String token = seal.seal(scope(resolved.permitted()), original);
        Destination destination = resolved.destination();
        String served = served(target, destination, token);
        if (destination instanceof Destination.RemoteNode(var operator, var _)) {
            destination =
                    new Destination.RemoteNode(
                            operator, new Proxy(Optional.of(token), Optional.of(original)));
        }
        Message changed = place.replace(before, served + NodeAddress.inSight(original));
        return new Outbound(
                resolved, stamp.renew(before, changed, place.path(), original), destination);
    }

    /** Where the receiver's own node takes the result, in the version that the receiver speaks. */
    private String served(Target target, Destination destination, String token) {
        String word = word(target);
        return switch (destination) {
            case Destination.LocalPlatform local -> {
                OcpiVersion theirs = local.platform().connection().version();
                OcpiVersion version = theirs.speaksLike(target.spoken()) ? theirs : target.spoken();
                yield node.callback(version, target.module(), word, token);
            }
            case Destination.RemoteNode(var operator, var _) -> {
                NodeAddress there = new NodeAddress(operator.url().toString());
                PeerProfile profile = network.profileOf(operator);
                OcpiVersion theirs = new OcpiVersion(profile.version());
                OcpiVersion version = theirs.speaksLike(target.spoken()) ? theirs : target.spoken();
                yield profile.isPublished()
                        ? there.callback(profile, target.module(), word, token)
                        : there.callback(version, target.module(), word, token);
            }
        };
    }

    /**
     * From another node the URL is one of this node already; anything else would have a platform of
     * ours send its token there.
     */
    private Outbound arriving(Resolved resolved, String url) {
        Permitted permitted = resolved.permitted();
        if (!node.owns(parsed(url))) {
            throw refused("must lead to the receiver's node");
        }
        if (permitted.arrival() instanceof Arrival.FromNode(var _, var _, Proxy proxy)
                && proxy.uid().isPresent()
                && proxy.resource().isPresent()) {
            callbacks.remember(scope(permitted), proxy.uid().get(), proxy.resource().get());
        }
        return new Outbound(resolved, resolved.message(), resolved.destination());
    }

    private String announced(String url, ConnectedPlatform platform) {
        URI parsed = parsed(url);
        if (node.owns(parsed)) {
            throw refused("must not lead to the node itself");
        }
        if (!platform.connection().origins().contains(Origin.of(parsed))) {
            throw refused(
                    "must have the scheme, host and port of an address that the platform announced"
                            + " in its version details");
        }
        return url;
    }

    private static URI parsed(String url) {
        try {
            return NodeAddress.absolute(url);
        } catch (URISyntaxException e) {
            throw refused("must be an absolute http or https URL");
        }
    }

    private static LinkScope scope(Permitted permitted) {
        return new LinkScope(
                LinkKind.CALLBACK,
                permitted.message().target().module(),
                permitted.sender().party(),
                permitted.recipient());
    }

    /**
     * The segment before the token: the command, or for charging profiles the method, because the
     * results of PUT and DELETE look alike.
     */
    private static String word(Target target) {
        return target.module().equals(ModuleId.COMMANDS)
                ? target.key().path()
                : target.method().name().toLowerCase(Locale.ROOT);
    }

    private static Refused refused(String why) {
        return new Refused(new Refusal.ResponseUrlRefused(why));
    }
}
