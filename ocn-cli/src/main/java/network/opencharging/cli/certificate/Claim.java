package network.opencharging.cli.certificate;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * An operator's claim of its domain, as it is served there.
 *
 * @param signature by the operator, of the certifier's challenge for this domain
 */
record Claim(String signature) {
    /** Where it is served, behind the node's address. */
    static final String PATH = "/.well-known/ocn-domain-claim";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    static void refuseNonsense(URI domain) {
        boolean http = "https".equals(domain.getScheme()) || "http".equals(domain.getScheme());
        if (domain.getHost() == null || !http || domain.toString().endsWith("/")) {
            throw Failure.usage(
                    "'%s' is no address of a node: write it as https://node.example, as it is listed."
                            .formatted(domain));
        }
    }

    /** What comes by http may come from anybody on the way. */
    static void refuseUnsafe(URI domain, boolean insecure) {
        boolean safe =
                "https".equals(domain.getScheme()) || THIS_MACHINE.contains(domain.getHost());
        if (!safe && !insecure) {
            throw Failure.usage(
                    "By http anybody on the way can answer for '%s': only a domain with https:// is proved, or give --insecure for a development network."
                            .formatted(domain));
        }
    }

    static Claim fetched(URI domain) {
        URI at = URI.create(domain + PATH);
        try (HttpCalls calls = HttpCalls.within(PATIENCE)) {
            Answer answer = calls.send(new Request("GET", at, Headers.NONE, ""));
            String signature =
                    JsonText.parse(answer.body())
                            .map(json -> json.path("signature").asString(""))
                            .orElse("");
            if (answer.status() != 200 || !signature.matches("0x[0-9a-fA-F]{130}")) {
                throw Failure.failed(
                        "At %s is no claim (HTTP %d): let the operator serve what  ocn domain claim %s -o json  answers."
                                .formatted(at, answer.status(), domain));
            }
            return new Claim(signature);
        } catch (IOException e) {
            throw Failure.environment(
                    "%s does not answer (%s): check the address and whether it runs."
                            .formatted(at, e.getMessage()));
        }
    }
}
