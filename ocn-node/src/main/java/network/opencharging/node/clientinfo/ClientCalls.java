package network.opencharging.node.clientinfo;

import network.opencharging.node.client.Call;
import network.opencharging.node.client.CallResult;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.registry.directory.Operator;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls of the hub itself: without routing headers, because it is a configuration module. */
public final class ClientCalls {
    private final HttpCaller http;
    private final Signer key;
    private final Supplier<String> ids;
    private final Duration deadline;

    /**
     * Calls with these.
     *
     * @param key signs what goes to other nodes
     * @param ids makes message ids
     * @param deadline of each call
     */
    public ClientCalls(HttpCaller http, Signer key, Supplier<String> ids, Duration deadline) {
        this.http = http;
        this.key = key;
        this.ids = ids;
        this.deadline = deadline;
    }

    boolean isAlive(ConnectedPlatform platform) {
        return send(
                "GET",
                platform.connection().versionsUrl().toString(),
                authorized(platform),
                Optional.empty());
    }

    /** PUT of a ClientInfo object (OCPI 2.2.1 §15.2.2). */
    boolean tell(ConnectedPlatform platform, URI endpoint, ClientInfo client) {
        String base = endpoint.toString();
        String url =
                "%s/%s/%s"
                        .formatted(
                                base.endsWith("/") ? base.substring(0, base.length() - 1) : base,
                                client.party().countryCode(),
                                client.party().partyId());
        return send("PUT", url, authorized(platform), Optional.of(client.toJson().bytes()));
    }

    /** The form that the first generation of nodes reads: no ids of parties, the body signed. */
    boolean tell(Operator node, ClientInfo client) {
        byte[] body = client.toJson().bytes();
        Map<String, String> headers = new HashMap<>();
        headers.put(HeaderNames.OCN_SIGNATURE, NodeSignature.sign(body, key));
        return send("PUT", node.url() + "/ocn/client-info", headers, Optional.of(body));
    }

    private static Map<String, String> authorized(ConnectedPlatform platform) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HeaderNames.AUTHORIZATION, platform.connection().token().authorization());
        return headers;
    }

    private boolean send(
            String method, String url, Map<String, String> headers, Optional<byte[]> body) {
        headers.put(HeaderNames.X_REQUEST_ID, ids.get());
        headers.put(HeaderNames.X_CORRELATION_ID, ids.get());
        body.ifPresent(_ -> headers.put(HeaderNames.CONTENT_TYPE, "application/json"));
        return switch (http.send(new Call(method, url, headers, body, deadline))) {
            case CallResult.Unanswered _ -> false;
            case CallResult.Answered answered ->
                    answered.status() / 100 == 2
                            && EnvelopeGlance.at(Body.of(answered.body()))
                                    .filter(envelope -> envelope.status().isSuccess())
                                    .isPresent();
        };
    }
}
