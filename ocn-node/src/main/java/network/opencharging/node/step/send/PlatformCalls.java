package network.opencharging.node.step.send;

import network.opencharging.node.client.Call;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A message as a platform of this node gets it: the token is ours towards it, the request id is new
 * (OCPI 2.2.1 §4.2: unique per hop), everything else is the sender's.
 */
public final class PlatformCalls {
    private final Supplier<String> freshIds;

    /** Numbers its calls with these ids. */
    public PlatformCalls(Supplier<String> freshIds) {
        this.freshIds = freshIds;
    }

    Call call(Message message, Destination.LocalPlatform platform, Duration deadline) {
        Map<String, String> headers = new HashMap<>();
        headers.put(
                HeaderNames.AUTHORIZATION,
                platform.platform().connection().token().authorization());
        headers.put(HeaderNames.X_REQUEST_ID, freshIds.get());
        headers.put(HeaderNames.X_CORRELATION_ID, message.ids().correlationId());
        message.routing().forEach(headers::put);
        message.signature().ifPresent(text -> headers.put(HeaderNames.OCN_SIGNATURE, text));
        headers.put(HeaderNames.OCN_VERIFICATION_STATUS, NodeCalls.status(message).name());
        if (!message.body().isEmpty()) {
            headers.put(HeaderNames.CONTENT_TYPE, "application/json");
        }
        return new Call(
                message.target().method().name(),
                platform.exact()
                        ? platform.url()
                        : message.target().query().appendTo(platform.url()),
                headers,
                Optional.of(message.body()).filter(body -> !body.isEmpty()).map(Body::bytes),
                deadline);
    }
}
