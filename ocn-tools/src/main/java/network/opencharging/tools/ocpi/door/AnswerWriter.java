package network.opencharging.tools.ocpi.door;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.Page;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns an outcome into HTTP and OCPI numbers, headers and envelope.
 *
 * @param clock for the envelope's timestamp
 */
public record AnswerWriter(Clock clock) {

    /**
     * The answer to a request, without routing headers and signature.
     *
     * @param endpoint the address that was asked, for the link to the next page
     */
    public Answer write(Outcome outcome, Request request, URI endpoint) {
        Headers headers = echo(request.headers());
        return switch (outcome) {
            case Outcome.Found(JsonNode data) -> ok(200, headers, Optional.of(data));
            case Outcome.Listed(Page page) ->
                    ok(
                            200,
                            paged(headers, page, request, endpoint),
                            Optional.of(JsonText.list(page.objects())));
            case Outcome.Done() -> ok(200, headers, Optional.empty());
            case Outcome.Created() -> ok(201, headers, Optional.empty());
            case Outcome.CreatedAt(URI location) ->
                    ok(201, headers.with("Location", location.toString()), Optional.empty());
            case Outcome.Begun(JsonNode data, Runnable afterwards) -> {
                Answer answer = ok(200, headers, Optional.of(data));
                yield new Answer(answer.status(), answer.headers(), answer.body(), afterwards);
            }
            case Outcome.Said said -> said(said, headers);
            case Outcome.Refusal refusal -> refused(refusal, headers);
        };
    }

    private Answer ok(int status, Headers headers, Optional<JsonNode> data) {
        Envelope envelope =
                new Envelope(
                        OcpiStatus.SUCCESS,
                        Optional.of("Success"),
                        data.map(json -> Body.of(JsonText.write(json))),
                        Instant.now(clock));
        return Answer.of(status, headers, envelope.toBody().text());
    }

    private Answer said(Outcome.Said said, Headers headers) {
        Envelope envelope =
                new Envelope(
                        said.status(),
                        Optional.of(said.message()),
                        said.data().map(json -> Body.of(JsonText.write(json))),
                        Instant.now(clock));
        return Answer.of(said.http(), headers, envelope.toBody().text());
    }

    private Answer refused(Outcome.Refusal refusal, Headers headers) {
        Envelope envelope =
                Envelope.refusal(refusal.status(), refusal.message(), Instant.now(clock));
        return Answer.of(refusal.http(), headers, envelope.toBody().text());
    }

    private static Headers echo(Headers asked) {
        Headers headers = Headers.NONE.with("Content-Type", "application/json");
        for (String id : new String[] {"X-Request-ID", "X-Correlation-ID"}) {
            Optional<String> value = asked.get(id);
            headers = value.isPresent() ? headers.with(id, value.get()) : headers;
        }
        return headers;
    }

    private static Headers paged(Headers headers, Page page, Request request, URI endpoint) {
        Headers counted =
                headers.with("X-Total-Count", String.valueOf(page.total()))
                        .with("X-Limit", String.valueOf(page.limit()));
        if (!page.hasNext()) {
            return counted;
        }
        // OCPI 2.2.1 §4.1.4.1: the link to the next page carries all filters of this one.
        Map<String, String> query = new LinkedHashMap<>(request.query());
        query.put("offset", String.valueOf(page.offset() + page.objects().size()));
        query.put("limit", String.valueOf(page.limit()));
        String parameters =
                query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return counted.with("Link", "<" + endpoint + "?" + parameters + ">; rel=\"next\"");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
