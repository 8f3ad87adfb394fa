package network.opencharging.cli.credentials;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Speaks to a node as a platform does (OCPI 2.2.1 §6 and §7). */
final class Dialog implements AutoCloseable {
    private static final String VERSION = "2.2.1";
    private final HttpCalls calls = HttpCalls.within(Duration.ofSeconds(60));

    static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure.usage("The file %s cannot be read: check its name.".formatted(file));
        }
    }

    /** Where the node takes credentials: from its versions to the details of 2.2.1. */
    URI credentialsUrl(URI versions, String token) {
        for (JsonNode version : ask("GET", versions, token, "")) {
            if (version.path("version").asString("").equals(VERSION)) {
                URI details = address(version.path("url"), versions);
                for (JsonNode endpoint : ask("GET", details, token, "").path("endpoints")) {
                    if (endpoint.path("identifier").asString("").equals("credentials")) {
                        return address(endpoint.path("url"), details);
                    }
                }
                throw Failure.failed("The details at " + details + " name no credentials module.");
            }
        }
        throw Failure.failed(
                "What answers at %s does not offer OCPI %s.".formatted(versions, VERSION));
    }

    private static URI address(JsonNode url, URI at) {
        try {
            return URI.create(url.asString(""));
        } catch (IllegalArgumentException e) {
            throw Failure.failed("What answers at " + at + " gives an address that is none.");
        }
    }

    /** Hands over our credentials and keeps theirs. */
    Registered submit(String method, URI url, String token, String credentials) {
        JsonNode theirs = ask(method, url, token, credentials);
        String tokenC = theirs.path("token").asString("");
        if (tokenC.isEmpty()) {
            throw Failure.failed(
                    "The node answered without a token; it may count you as registered.");
        }
        return new Registered(address(theirs.path("url"), url), tokenC);
    }

    /** Ends the registration. */
    void end(URI url, String token) {
        ask("DELETE", url, token, "");
    }

    private JsonNode ask(String method, URI url, String token, String body) {
        Headers headers =
                Headers.NONE
                        .with("Authorization", authorization(token))
                        .with("Content-Type", "application/json")
                        .with("X-Request-ID", UUID.randomUUID().toString())
                        .with("X-Correlation-ID", UUID.randomUUID().toString());
        try {
            Answer answer = calls.send(new Request(method, url, headers, body));
            JsonNode envelope = JsonText.parse(answer.body()).orElseGet(JsonText::object);
            int status = envelope.path("status_code").asInt(0);
            if (answer.status() >= 300 || status < 1000 || status >= 2000) {
                throw Failure.failed(
                        "%s %s was answered %d, OCPI %d: %s"
                                .formatted(
                                        method,
                                        url,
                                        answer.status(),
                                        status,
                                        envelope.path("status_message").asString("no reason")));
            }
            return envelope.path("data");
        } catch (IOException e) {
            throw Failure.environment(
                    "%s does not answer (%s): check the address and whether it runs."
                            .formatted(url, e.getMessage()));
        }
    }

    private static String authorization(String token) {
        return CredentialsToken.of(token)
                .orElseThrow(
                        () -> Failure.usage("The token is none: 1 to 64 printable characters."))
                .header(CredentialsToken.Encoding.BASE64);
    }

    @Override
    public void close() {
        calls.close();
    }
}
