package network.opencharging.benchmarks.stub;

import io.netty.handler.codec.http.FullHttpRequest;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the stub says, made once. The first segment of a path names the party. */
final class Answers {
    private static final Map<String, String> PAGE = Map.of("X-Total-Count", "50", "X-Limit", "50");

    private final Map<String, OcnSigner> signers = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Ready> signed = new HashMap<>();
    private final Ready page = ready(Bodies.locations(), PAGE);
    private final Ready done = ready(Bodies.done(), Map.of());
    private final Ready accepted = ready(Bodies.accepted(), Map.of());
    private String base = "";

    private Answers() {}

    /**
     * Bytes that are ready to be sent.
     *
     * @param body the body
     * @param headers beside the usual ones
     * @param length of the body, as text
     */
    record Ready(Body body, Map<String, String> headers, String length) {}

    /** With the parties whose keys lie in this folder, one file each. */
    static Answers of(Path keys) throws IOException {
        Answers answers = new Answers();
        try (var files = Files.list(keys)) {
            for (Path file : files.toList()) {
                answers.signers.put(
                        file.getFileName().toString(),
                        new OcnSigner(
                                PrivateKey.parse(Files.readString(file).strip()).orElseThrow()));
            }
        }
        return answers;
    }

    void servedAt(String url) {
        base = url;
    }

    /** The token that a party shows to its node. */
    void remember(String party, String token) {
        tokens.put(party, token);
    }

    Ready to(FullHttpRequest request) {
        String path = request.uri();
        if (path.contains("/ocpi/")) {
            return ready(
                    path.endsWith("/versions")
                            ? Bodies.versions(base + "/" + party(path))
                            : Bodies.details(base + "/" + party(path)),
                    Map.of());
        }
        boolean isSigned = request.headers().contains(HeaderNames.OCN_SIGNATURE);
        return switch (request.method().name()) {
            case "GET" -> isSigned ? signed("page", page, path) : page;
            case "POST" ->
                    path.contains("/commands/") && !path.contains("/sender/")
                            ? isSigned ? signed("accepted", accepted, path) : accepted
                            : isSigned ? signed("done", done, path) : done;
            default -> isSigned ? signed("done", done, path) : done;
        };
    }

    private Ready signed(String name, Ready plain, String path) {
        String party = party(path);
        return signed.computeIfAbsent(
                party + " " + name,
                key -> {
                    Json.Obj envelope =
                            (Json.Obj) JsonReader.standard().read(plain.body().bytes()).orThrow();
                    String signature =
                            signer(party)
                                    .sign(
                                            SignedValues.ofAnswer(
                                                    Headers.of(plain.headers()), envelope))
                                    .pack(Packing.BROTLI);
                    return ready(envelope.with("ocn_signature", signature).text(), plain.headers());
                });
    }

    /** What follows a command; empty when the request was none. */
    Optional<Callbacks.Callback> callback(FullHttpRequest request) {
        String path = request.uri();
        if (!path.contains("/commands/") || path.contains("/sender/")) {
            return Optional.empty();
        }
        Json.Obj command =
                (Json.Obj)
                        JsonReader.standard()
                                .read(request.content().toString(StandardCharsets.UTF_8))
                                .orThrow();
        URI url = URI.create(command.textOf("response_url").orElseThrow());
        String party = party(path);
        String id = UUID.randomUUID().toString();
        RoutingHeaders routing = RoutingHeaders.of(to(request, "to"), to(request, "from"));
        Map<String, String> headers = new HashMap<>(routing.writeTo(Headers.NONE).asMap());
        headers.put(HeaderNames.AUTHORIZATION, tokens.getOrDefault(party, ""));
        headers.put(HeaderNames.X_REQUEST_ID, id);
        headers.put(HeaderNames.X_CORRELATION_ID, id);
        Json result = Bodies.result();
        if (request.headers().contains(HeaderNames.OCN_SIGNATURE)) {
            headers.put(
                    HeaderNames.OCN_SIGNATURE,
                    signer(party)
                            .sign(
                                    SignedValues.ofRequest(
                                            id, routing, Map.of(), Optional.of(result)))
                            .pack(Packing.PLAIN));
        }
        return Optional.of(new Callbacks.Callback(url, headers, Body.of(result)));
    }

    private static PartyId to(FullHttpRequest request, String side) {
        return new PartyId(
                request.headers().get("OCPI-" + side + "-country-code"),
                request.headers().get("OCPI-" + side + "-party-id"));
    }

    private OcnSigner signer(String party) {
        return Objects.requireNonNull(signers.get(party), party);
    }

    private static String party(String path) {
        return path.substring(1, path.indexOf('/', 1));
    }

    private static Ready ready(String body, Map<String, String> headers) {
        Body bytes = Body.of(body);
        return new Ready(bytes, headers, Integer.toString(bytes.size()));
    }
}
