package network.opencharging.node.way;

import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A party's request to its node, built up word by word. */
record Asking(String node, Headers headers, String method, String path, Body body) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Asking at(String node, StubParty sender, PartyId receiver) {
        Headers routing =
                RoutingHeaders.of(sender.id(), receiver)
                        .writeTo(
                                Headers.of(
                                        Map.of(
                                                HeaderNames.X_REQUEST_ID, "request-1",
                                                HeaderNames.X_CORRELATION_ID, "correlation-1",
                                                HeaderNames.AUTHORIZATION,
                                                        token(sender.inboundToken()))));
        return new Asking(node, routing, "GET", "/", Body.EMPTY);
    }

    static String token(String value) {
        return CredentialsToken.of(value).orElseThrow().header(CredentialsToken.Encoding.BASE64);
    }

    Asking asks(String otherMethod, String otherPath) {
        return new Asking(node, headers, otherMethod, otherPath, body);
    }

    Asking with(String header, String value) {
        return new Asking(node, headers.with(header, value), method, path, body);
    }

    Asking without(String header) {
        return new Asking(node, headers.without(header), method, path, body);
    }

    Asking body(String text) {
        return body(Body.of(text));
    }

    Asking body(Body content) {
        return new Asking(node, headers, method, path, content);
    }

    /** Signs what is there now. */
    Asking signedBy(PrivateKey key) {
        return with(
                HeaderNames.OCN_SIGNATURE, new OcnSigner(key).sign(values()).pack(Packing.GZIP));
    }

    /** Signs what is there now, with the parties as they are spelled. */
    Asking signedAs(PrivateKey key) {
        SignedValues spelled = values();
        for (String name :
                new String[] {
                    HeaderNames.FROM_COUNTRY_CODE,
                    HeaderNames.FROM_PARTY_ID,
                    HeaderNames.TO_COUNTRY_CODE,
                    HeaderNames.TO_PARTY_ID
                }) {
            spelled = spelled.withHeader(name, headers.get(name).orElseThrow());
        }
        return with(HeaderNames.OCN_SIGNATURE, new OcnSigner(key).sign(spelled).pack(Packing.GZIP));
    }

    SignedValues values() {
        RoutingHeaders routing =
                ((RoutingHeaders.Reading.Read) RoutingHeaders.read(headers)).routing();
        return SignedValues.ofRequest(
                headers.get(HeaderNames.X_CORRELATION_ID).orElseThrow(),
                routing,
                parameters(),
                body.isEmpty()
                        ? Optional.empty()
                        : Optional.of(JsonReader.standard().read(body.bytes()).orThrow()));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        int mark = path.indexOf('?');
        if (mark >= 0) {
            for (String part : path.substring(mark + 1).split("&")) {
                int sign = part.indexOf('=');
                parameters.put(
                        part.substring(0, sign),
                        URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    Said send() {
        String url = path.startsWith("http") ? path : node + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        headers.asMap().forEach(request::header);
        try {
            HttpResponse<byte[]> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Said(
                    response.statusCode(),
                    Headers.ofMany(response.headers().map()),
                    Body.of(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
