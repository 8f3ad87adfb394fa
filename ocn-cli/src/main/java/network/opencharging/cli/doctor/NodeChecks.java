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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Looks at a node from outside, as its partners see it. */
final class NodeChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration MOST_OFF = Duration.ofSeconds(5);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI node;
    private final Optional<String> token;
    private final Clock clock;
    private final SSLContext tls;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Looks at this node.
     *
     * @param token with which its versions are asked for, where one is known
     * @param tls whose certificates are trusted
     */
    NodeChecks(URI node, Optional<String> token, Clock clock, SSLContext tls) {
        this.node = node;
        this.token = token;
        this.clock = clock;
        this.tls = tls;
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
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(PATIENCE).sslContext(tls).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(versions).timeout(PATIENCE);
            authorization().ifPresent(value -> request.header("Authorization", value));
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            findings.add(tls());
            findings.add(
                    Finding.good("reachability", versions + " answers " + answer.statusCode()));
            clock(answer);
            handshake(answer);
        } catch (SSLException e) {
            findings.add(Presented.by(node).finding(clock, e));
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

    private Finding tls() {
        if ("https".equals(node.getScheme())) {
            return Finding.good("TLS", "the certificate is trusted");
        }
        return THIS_MACHINE.contains(node.getHost())
                ? Finding.good("TLS", "none, and none is needed within this machine")
                : Finding.bad("TLS", "none", "serve https outside development");
    }

    private Optional<String> authorization() {
        return token.flatMap(CredentialsToken::of)
                .map(known -> known.header(CredentialsToken.Encoding.BASE64));
    }

    private void clock(HttpResponse<String> answer) {
        Optional<Instant> theirs = answer.headers().firstValue("Date").flatMap(NodeChecks::instant);
        if (theirs.isEmpty()) {
            return;
        }
        Duration behind = Duration.between(theirs.get(), clock.instant());
        Duration off = behind.abs();
        findings.add(
                off.compareTo(MOST_OFF) <= 0
                        ? Finding.good("clock", "within %d s".formatted(off.toSeconds() + 1))
                        : Finding.bad(
                                "clock",
                                "the node's clock is %d s %s this machine's"
                                        .formatted(
                                                off.toSeconds(),
                                                behind.isNegative() ? "before" : "behind"),
                                "let both machines follow a time server (NTP): tokens and"
                                        + " certificates depend on it"));
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
