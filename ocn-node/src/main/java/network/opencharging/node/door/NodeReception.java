package network.opencharging.node.door;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Query;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Target;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.NodeHeaders;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.route.RouteTable;

import java.io.IOException;

/** Makes a message of what another node sends. */
final class NodeReception {
    private final RouteTable routes;

    NodeReception(RouteTable routes) {
        this.routes = routes;
    }

    Reception receive(HttpEntry entry, Headers headers) throws IOException {
        return switch (entry.body()) {
            case HttpEntry.Content.TooLarge(long limit) ->
                    new Reception.Declined(new Refusal.BodyTooLarge(limit));
            case HttpEntry.Content.Whole(Body text) ->
                    switch (NodeMessage.read(text)) {
                        case NodeMessage.Reading.Unreadable(var _, String sentence) ->
                                new Reception.Declined(new Refusal.NodeMessageUnreadable(sentence));
                        case NodeMessage.Reading.Read(NodeMessage message) ->
                                SafePath.stays(message.target().path())
                                        ? new Reception.Accepted(received(text, message, headers))
                                        : new Reception.Declined(new Refusal.PathUnsafe());
                    };
        };
    }

    private Received received(Body text, NodeMessage message, Headers http) {
        NodeHeaders headers = message.headers();
        Target target =
                new Target(
                        message.target(), Query.of(message.query()), routes.find(message.target()));
        return new Received(
                new Arrival.FromNode(text, http.get(HeaderNames.OCN_SIGNATURE), message.proxy()),
                new Message(
                        target,
                        headers.ids(),
                        Routing.of(headers.spelledRouting()),
                        headers.signature(),
                        message.body().orElse(Body.EMPTY)));
    }
}
