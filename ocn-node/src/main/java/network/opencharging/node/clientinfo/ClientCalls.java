package network.opencharging.node.clientinfo;

import network.opencharging.node.client.Call;
import network.opencharging.node.client.CallResult;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.OcpiStatus;
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
    private final PeerProfiles peers;
    private final Duration deadline;

    /**
     * Calls with these.
     *
     * @param key signs what goes to other nodes
     * @param ids makes message ids
     * @param peers what other nodes read
     * @param deadline of each call
     */
    public ClientCalls(
            HttpCaller http,
            Signer key,
            Supplier<String> ids,
            PeerProfiles peers,
            Duration deadline) {
        this.http = http;
        this.key = key;
        this.ids = ids;
        this.peers = peers;
        this.deadline = deadline;
    }

    boolean isAlive(ConnectedPlatform platform) {
        return send(
                "GET",
                platform.connection().versionsUrl().toString(),
                authorized(platform),
                Optional.empty());
    }

    /** PUT of a ClientInfo object (OCPI 2.2.1 §15.3.1.2). */
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

    /**
     * The body signed; published nodes take it without a word of OCPI. The first generation of
     * nodes reads it at one place and wants no ids of parties, the second at another and wants
     * them.
     */
    boolean tell(Operator node, ClientInfo client) {
        PeerProfile profile = peers.of(node);
        byte[] body = client.toJson().bytes();
        Map<String, String> headers = new HashMap<>();
        headers.put(HeaderNames.OCN_SIGNATURE, NodeSignature.sign(body, key));
        boolean second = profile == PeerProfile.P2 || profile == PeerProfile.P3;
        if (second) {
            headers.put(HeaderNames.FROM_COUNTRY_CODE, client.party().countryCode());
            headers.put(HeaderNames.FROM_PARTY_ID, client.party().partyId());
        }
        String place = second ? "/ocn/message/ocn/client-info" : "/ocn/client-info";
        return exchange("PUT", node.url() + place, headers, Optional.of(body))
                .filter(answer -> answer.status() / 100 == 2)
                .filter(answer -> said(answer).filter(status -> !status.isSuccess()).isEmpty())
                .isPresent();
    }

    private static Map<String, String> authorized(ConnectedPlatform platform) {
        Map<String, String> headers = new HashMap<>();
        headers.put(HeaderNames.AUTHORIZATION, platform.connection().token().authorization());
        return headers;
    }

    private boolean send(
            String method, String url, Map<String, String> headers, Optional<byte[]> body) {
        return exchange(method, url, headers, body)
                .filter(answer -> answer.status() / 100 == 2)
                .flatMap(ClientCalls::said)
                .filter(OcpiStatus::isSuccess)
                .isPresent();
    }

    private static Optional<OcpiStatus> said(CallResult.Answered answer) {
        return EnvelopeGlance.at(Body.of(answer.body())).map(EnvelopeGlance::status);
    }

    private Optional<CallResult.Answered> exchange(
            String method, String url, Map<String, String> headers, Optional<byte[]> body) {
        headers.put(HeaderNames.X_REQUEST_ID, ids.get());
        headers.put(HeaderNames.X_CORRELATION_ID, ids.get());
        body.ifPresent(_ -> headers.put(HeaderNames.CONTENT_TYPE, "application/json"));
        return http.send(new Call(method, url, headers, body, deadline))
                        instanceof CallResult.Answered answered
                ? Optional.of(answered)
                : Optional.empty();
    }
}
