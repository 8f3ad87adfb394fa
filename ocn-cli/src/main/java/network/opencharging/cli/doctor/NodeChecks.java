package network.opencharging.cli.doctor;

import network.opencharging.cli.check.Finding;
import network.opencharging.protocol.message.CredentialsToken;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLException;

/** Looks at a node from outside, as its partners see it. */
final class NodeChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOST_OFF = Duration.ofSeconds(5);

    private final URI node;
    private final Optional<Path> token;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    NodeChecks(URI node, Optional<Path> token, Clock clock) {
        this.node = node;
        this.token = token;
        this.clock = clock;
    }

    List<Finding> all() {
        if (resolves()) {
            reach();
        }
        return List.copyOf(findings);
    }

    private boolean resolves() {
        String host = String.valueOf(node.getHost());
        try {
            findings.add(
                    Finding.good(
                            "DNS", host + " is " + InetAddress.getByName(host).getHostAddress()));
            return true;
        } catch (UnknownHostException e) {
            findings.add(
                    Finding.bad(
                            "DNS",
                            host + " is not known",
                            "enter it in your DNS, or correct the listing"));
            return false;
        }
    }

    private void reach() {
        URI versions = URI.create(node + "/ocpi/versions");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(versions).timeout(PATIENCE);
            authorization().ifPresent(value -> request.header("Authorization", value));
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            findings.add(
                    node.getScheme().equals("https")
                            ? Finding.good("TLS", "the certificate is trusted")
                            : Finding.bad("TLS", "none", "serve https outside development"));
            findings.add(
                    Finding.good("reachability", versions + " answers " + answer.statusCode()));
            clock(answer);
            handshake(answer);
        } catch (SSLException e) {
            findings.add(
                    Finding.bad(
                            "TLS",
                            String.valueOf(e.getMessage()),
                            "renew or complete the certificate"));
        } catch (IOException e) {
            findings.add(
                    Finding.bad(
                            "reachability",
                            versions + " does not answer",
                            "start the node, open its port, or correct the listing"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> authorization() throws IOException {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        return CredentialsToken.of(Files.readString(token.get()).strip())
                .map(known -> known.header(CredentialsToken.Encoding.BASE64));
    }

    private void clock(HttpResponse<String> answer) {
        Optional<Instant> theirs = answer.headers().firstValue("Date").flatMap(NodeChecks::instant);
        if (theirs.isEmpty()) {
            return;
        }
        Duration off = Duration.between(theirs.get(), clock.instant()).abs();
        findings.add(
                off.compareTo(MOST_OFF) <= 0
                        ? Finding.good("clock", "within %d s".formatted(off.toSeconds() + 1))
                        : Finding.bad(
                                "clock",
                                "%d s apart".formatted(off.toSeconds()),
                                "let both machines follow a time server"));
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            // What is no date says nothing about the clock.
            return Optional.empty();
        }
    }

    private void handshake(HttpResponse<String> answer) {
        if (token.isEmpty()) {
            return;
        }
        findings.add(
                answer.statusCode() == 200
                        ? Finding.good("handshake", "the token is accepted")
                        : Finding.bad(
                                "handshake",
                                "the token is not accepted",
                                "register anew:  ocn credentials handshake"));
    }
}
