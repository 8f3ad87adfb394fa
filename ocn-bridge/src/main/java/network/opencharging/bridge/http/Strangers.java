package network.opencharging.bridge.http;

import com.sun.net.httpserver.HttpExchange;

import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.sign.Judgement;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the journal who was turned away at the door, and why. The token that was shown is told by
 * its fingerprint: enough to see that it is the one that was given for another platform, or always
 * the same one, and of no use to anybody else.
 */
record Strangers(Clock clock, Journal journal) {
    private static final ModuleId UNKNOWN = new ModuleId("unknown");
    private static final int FINGERPRINT = 4;

    /** Strangers may not make up modules: each would be a figure of its own. */
    private static final Set<ModuleId> MODULES =
            Set.of(
                    ModuleId.CDRS,
                    ModuleId.CHARGING_PROFILES,
                    ModuleId.COMMANDS,
                    ModuleId.CREDENTIALS,
                    ModuleId.HUB_CLIENT_INFO,
                    ModuleId.LOCATIONS,
                    ModuleId.SESSIONS,
                    ModuleId.TARIFFS,
                    ModuleId.TOKENS,
                    ModuleId.VERSIONS);

    /** One showed no token, or none that is known. */
    void unknown(HttpExchange exchange, List<CredentialsToken> shown) {
        String token =
                shown.isEmpty()
                        ? "showed no token"
                        : "showed an unknown token (SHA-256 begins %s)"
                                .formatted(fingerprint(shown.getFirst()));
        turnedAway(exchange, 401, token);
    }

    /** One was known, but what he sent could not be taken as a message of OCPI. */
    void turnedAway(HttpExchange exchange, int status, String why) {
        Optional<HttpMethod> method = HttpMethod.of(exchange.getRequestMethod());
        if (method.isEmpty()) {
            return; // No verb of OCPI: whoever that is looks for something else.
        }
        Instant now = clock.instant();
        journal.note(
                new Passage(
                        Passage.Direction.RECEIVED,
                        now,
                        Duration.ZERO,
                        new Passage.Subject(
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                module(exchange),
                                method.get(),
                                exchange.getRequestURI().getRawPath()),
                        new Passage.Message(Headers.NONE, Body.EMPTY, new Judgement.NotChecked()),
                        new Passage.Ending.TurnedAway(
                                status,
                                "%s %s"
                                        .formatted(
                                                exchange.getRemoteAddress()
                                                        .getAddress()
                                                        .getHostAddress(),
                                                why))));
    }

    private static ModuleId module(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        String last = path.replaceAll("/+$", "");
        return RequestPath.parse(path)
                .map(RequestPath::module)
                .or(() -> ModuleId.of(last.substring(last.lastIndexOf('/') + 1)))
                .filter(MODULES::contains)
                .orElse(UNKNOWN);
    }

    private static String fingerprint(CredentialsToken token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }
}
