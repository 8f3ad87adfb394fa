package network.opencharging.bridge.http;

import com.sun.net.httpserver.HttpExchange;

import network.opencharging.bridge.receive.Reply;
import network.opencharging.bridge.register.FrontDesk;
import network.opencharging.bridge.register.FrontDesk.Said;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.HttpMethod;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Versions and credentials over HTTP. */
record FrontDeskDoor(FrontDesk desk, Clock clock) {
    private static final String VERSIONS = "/ocpi/versions";
    private static final String BASE = "/ocpi/";
    private static final String CREDENTIALS = "/credentials";
    private static final int MAX_BODY = 1 << 20;

    boolean serves(URI url) {
        String path = path(url);
        return path.equals(VERSIONS)
                || desk.offered().stream()
                        .map(version -> BASE + version)
                        .anyMatch(details ->
                                path.equals(details) || path.equals(details + CREDENTIALS));
    }

    private static String path(URI url) {
        return url.getPath().replaceAll("/+$", "");
    }

    Reply answered(HttpExchange exchange, CredentialsToken shown) throws IOException {
        Optional<HttpMethod> method = HttpMethod.of(exchange.getRequestMethod());
        return reply(said(exchange, path(exchange.getRequestURI()), method, shown));
    }

    private Said said(
            HttpExchange exchange, String path, Optional<HttpMethod> method, CredentialsToken shown)
            throws IOException {
        if (path.endsWith(CREDENTIALS)) {
            Optional<Json> body = body(exchange);
            return method.map(known -> desk.credentials(known, shown, body))
                    .orElseGet(FrontDeskDoor::no);
        }
        if (!method.equals(Optional.of(HttpMethod.GET))) {
            return no();
        }
        return path.equals(VERSIONS)
                ? desk.versions()
                : desk.details(path.substring(BASE.length()));
    }

    private Reply reply(Said said) {
        Headers headers = Headers.NONE.with(HeaderNames.CONTENT_TYPE, "application/json");
        return switch (said) {
            case Said.Here(Json data) ->
                    new Reply(
                            200,
                            headers,
                            Envelope.success(Body.of(data), clock.instant()).toBody());
            case Said.Done() -> new Reply(200, headers, Envelope.success(clock.instant()).toBody());
            case Said.No(int http, OcpiStatus status, String sentence) ->
                    new Reply(
                            http,
                            headers,
                            Envelope.refusal(status, sentence, clock.instant()).toBody());
        };
    }

    private static Said no() {
        return new Said.No(405, OcpiStatus.CLIENT_ERROR, "Only GET is answered here.");
    }

    private static Optional<Json> body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return Body.of(in.readNBytes(MAX_BODY)).json().optional();
        }
    }
}
