package network.opencharging.bridge.http;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** A partner that speaks OCPI over a real socket. */
public record Partner(HttpClient client, String base, Headers headers) implements AutoCloseable {

    /** An answer as the partner sees it. */
    public record Answer(int http, Json.Obj envelope, HttpResponse<String> raw) {
        /** The status of OCPI. */
        public int code() {
            return Integer.parseInt(envelope.member("status_code").orElseThrow().text());
        }

        public String message() {
            return envelope.textOf("status_message").orElse("");
        }

        /** The data. */
        public Json data() {
            return envelope.member("data").orElseThrow();
        }

        Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    /** From that party to that other. */
    public static Partner of(int port, CredentialsToken token, PartyId from, PartyId to) {
        Headers headers =
                RoutingHeaders.of(from, to)
                        .writeTo(new MessageIds("req-1", "corr-1").writeTo(Headers.NONE))
                        .with("Authorization", token.header(CredentialsToken.Encoding.BASE64));
        return new Partner(HttpClient.newHttpClient(), "http://localhost:" + port, headers);
    }

    Partner with(String header, String value) {
        return new Partner(client, base, headers.with(header, value));
    }

    Partner without(String header) {
        return new Partner(client, base, headers.without(header));
    }

    Partner from(PartyId other) {
        return with("OCPI-from-country-code", other.countryCode())
                .with("OCPI-from-party-id", other.partyId());
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer put(String path, Json body) {
        return send("PUT", path, body.text());
    }

    /** Sends it. */
    public Answer send(String method, String path, String body) {
        URI url = URI.create(path.startsWith("http") ? path : base + "/ocpi/" + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.asMap().forEach(request::header);
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Json envelope = JsonReader.standard().read(response.body()).orThrow();
            return new Answer(response.statusCode(), (Json.Obj) envelope, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
