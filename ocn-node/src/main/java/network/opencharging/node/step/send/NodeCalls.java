package network.opencharging.node.step.send;

import network.opencharging.node.client.Call;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.NodeHeaders;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.signing.NodeSignature;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A message as another node gets it: one JSON object, signed by this node over its bytes. */
public final class NodeCalls {
    private static final String PATH = "/ocn/message";

    private final Signer key;
    private final Supplier<String> freshIds;

    /** Signs with this key and numbers its calls with these ids. */
    public NodeCalls(Signer key, Supplier<String> freshIds) {
        this.key = key;
        this.freshIds = freshIds;
    }

    Call call(Message message, Destination.RemoteNode node, Duration deadline) {
        byte[] text = wrap(message, node).toBody().bytes();
        String url = node.operator().url().toString();
        return new Call(
                "POST",
                (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + PATH,
                Map.of(
                        HeaderNames.X_REQUEST_ID, freshIds.get(),
                        HeaderNames.X_CORRELATION_ID, message.ids().correlationId(),
                        HeaderNames.OCN_SIGNATURE, NodeSignature.sign(text, key),
                        HeaderNames.CONTENT_TYPE, "application/json"),
                Optional.of(text),
                deadline);
    }

    private static NodeMessage wrap(Message message, Destination.RemoteNode node) {
        return new NodeMessage(
                message.target().key(),
                headers(message),
                message.target().query().toJson(),
                node.proxy(),
                Optional.of(message.body()).filter(body -> !body.isEmpty()));
    }

    private static NodeHeaders headers(Message message) {
        return switch (message.routing().read()) {
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) ->
                    new NodeHeaders(
                            message.signature(),
                            message.ids(),
                            routing.from(),
                            routing.to().orElseThrow(),
                            Optional.empty());
            case RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault) ->
                    throw new IllegalArgumentException("not addressed before: " + fault.sentence());
        };
    }
}
