package network.opencharging.node.door;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Query;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Target;
import network.opencharging.node.message.VersionRefusal;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Versions;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.NodeHeaders;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.RouteTable;

import java.util.Optional;

/** Makes a message of what another node sends. */
final class NodeReception {
    private final RouteTable routes;
    private final Versions versions;

    NodeReception(RouteTable routes, Versions versions) {
        this.routes = routes;
        this.versions = versions;
    }

    Reception receive(HttpEntry entry) {
        return switch (NodeMessage.read(entry.body())) {
            case NodeMessage.Reading.Unreadable(var _, String sentence) ->
                    new Reception.Declined(new Refusal.NodeMessageUnreadable(sentence));
            case NodeMessage.Reading.Read(NodeMessage message) ->
                    reception(entry.body(), message, entry.headers());
        };
    }

    private Reception reception(Body text, NodeMessage message, Headers headers) {
        Optional<String> named = message.version();
        if (named.isPresent() && versions.find(named.get()).isEmpty()) {
            return new Reception.Declined(new VersionRefusal.VersionUnknown(named.get(), versions));
        }
        return SafePath.stays(message.target().path())
                ? new Reception.Accepted(received(text, message, headers))
                : new Reception.Declined(new Refusal.PathUnsafe());
    }

    /** Nodes name the version only where it is not that of all published ones. */
    private Optional<OcpiVersion> version(NodeMessage message) {
        boolean known = routes.modules().contains(message.target().module());
        return message.version()
                .flatMap(versions::find)
                .or(() -> known ? Optional.of(OcpiVersion.V2_2_1) : Optional.empty());
    }

    private Received received(Body text, NodeMessage message, Headers http) {
        NodeHeaders headers = message.headers();
        Target target =
                new Target(
                        message.target(),
                        Query.of(message.query()),
                        routes.find(message.target()),
                        version(message));
        return new Received(
                new Arrival.FromNode(text, http.get(HeaderNames.OCN_SIGNATURE), message.proxy()),
                new Message(
                        target,
                        headers.ids(),
                        Routing.of(headers.spelledRouting()),
                        headers.signature(),
                        body(message)));
    }

    /** A GET has no body (RFC 9110 §9.3.1): what some send along has no meaning. */
    private static Body body(NodeMessage message) {
        return message.target().method() == HttpMethod.GET
                ? Body.EMPTY
                : message.body().orElse(Body.EMPTY);
    }
}
