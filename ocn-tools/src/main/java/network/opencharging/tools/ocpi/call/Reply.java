package network.opencharging.tools.ocpi.call;

import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Endpoints;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param answer as it came
 * @param envelope its body, when it is an OCPI envelope
 * @param exchange as it was remembered, with the verdict on the answer's signature
 */
public record Reply(Answer answer, Optional<EnvelopeGlance> envelope, Exchange exchange) {
    private static final Pattern NEXT =
            Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    /** True for any HTTP 2xx that carries any OCPI 1xxx. */
    public boolean isSuccess() {
        return answer.status() / 100 == 2
                && envelope.map(EnvelopeGlance::status)
                        .filter(status -> status.isSuccess())
                        .isPresent();
    }

    /** The data of the envelope, if there is any. */
    public Optional<JsonNode> data() {
        return envelope.filter(EnvelopeGlance::hasData)
                .flatMap(found -> JsonText.parse(answer.body()))
                .map(body -> body.path("data"));
    }

    /** The address of the next page, if there is one. */
    public Optional<URI> next() {
        return answer.headers()
                .get("Link")
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .flatMap(Endpoints::address);
    }

    /** Where a stored object can be read again, if the answer says so. */
    public Optional<URI> location() {
        return answer.headers().get("Location").flatMap(Endpoints::address);
    }

    /** HTTP and OCPI status and what the other end said, for people. */
    public String summary() {
        String ocpi =
                envelope.map(found -> "OCPI " + found.status().code() + said(found))
                        .orElse("no OCPI envelope");
        return "HTTP " + answer.status() + ", " + ocpi;
    }

    private static String said(EnvelopeGlance envelope) {
        return envelope.message().map(text -> " (" + text + ")").orElse("");
    }
}
