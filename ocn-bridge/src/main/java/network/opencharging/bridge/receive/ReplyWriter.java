package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.protocol.route.RouteKey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one place that knows which number of HTTP and of OCPI an outcome gets (OCPI 2.2.1 §5).
 *
 * @param publicUrl where partners reach this bridge, without a slash at the end
 */
record ReplyWriter(String publicUrl, Clock clock) {
    private static final String VERSION = "2.2.1";
    private static final int TOLD_FINDINGS = 5;

    Reply write(Outcome outcome, RouteKey key, Headers headers) {
        return switch (outcome) {
            case Outcome.Found(Json object) -> success(headers, object);
            case Outcome.Listed(List<Json> items, int total, PageRequest wanted) ->
                    success(paged(headers, key, total, wanted), Json.array(items));
            case Outcome.Done() -> reply(200, headers, Envelope.success(clock.instant()));
            // OCPI wants 201, but nodes in the field take only 200 for a success (ocpi-hub §1.11).
            case Outcome.Created(String path) ->
                    reply(
                            200,
                            headers.with(HeaderNames.LOCATION, endpoint(key) + "/" + path),
                            Envelope.success(clock.instant()));
            case Outcome.Fault fault -> {
                Told told = told(fault);
                yield reply(
                        told.http(),
                        headers,
                        Envelope.refusal(told.status(), told.sentence(), clock.instant()));
            }
        };
    }

    /** What a partner is told: the status of HTTP, that of OCPI, and a sentence. */
    private record Told(int http, OcpiStatus status, String sentence) {}

    private static Told told(Outcome.Fault fault) {
        return switch (fault) {
            case Outcome.Missing(String what) ->
                    new Told(404, missing(what), what + " is not known.");
            case Outcome.UnknownToken() ->
                    new Told(404, OcpiStatus.UNKNOWN_TOKEN, "The token is not known.");
            case Outcome.NeedsLocation() ->
                    new Told(
                            200,
                            OcpiStatus.NOT_ENOUGH_INFORMATION,
                            "Send location_id: it depends on the place.");
            case Outcome.Wrong(String sentence) ->
                    new Told(200, OcpiStatus.INVALID_PARAMETERS, sentence);
            case Outcome.NotJson() ->
                    new Told(400, OcpiStatus.INVALID_PARAMETERS, "The body must be a JSON object.");
            case Outcome.Unreadable(List<Finding> findings) ->
                    new Told(200, OcpiStatus.INVALID_PARAMETERS, sentence(findings));
            case Outcome.Unwanted(String reason) -> new Told(200, OcpiStatus.CLIENT_ERROR, reason);
            case Outcome.NotOffered(String what) ->
                    new Told(404, OcpiStatus.INVALID_PARAMETERS, what + " is not offered here.");
            case Outcome.Broken(String sentence) ->
                    new Told(200, OcpiStatus.SERVER_ERROR, sentence);
        };
    }

    /** Why a partner's request was refused; empty when it is not his fault. */
    static Optional<String> objection(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Wrong wrong -> Optional.of(told(wrong).sentence());
            case Outcome.NotJson none -> Optional.of(told(none).sentence());
            case Outcome.Unreadable unreadable -> Optional.of(told(unreadable).sentence());
            default -> Optional.empty();
        };
    }

    private static OcpiStatus missing(String what) {
        return List.of("Location", "EVSE", "Connector").contains(what)
                ? OcpiStatus.UNKNOWN_LOCATION
                : OcpiStatus.INVALID_PARAMETERS;
    }

    private static String sentence(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.UNREADABLE)
                .limit(TOLD_FINDINGS)
                .map(Finding::toString)
                .collect(Collectors.joining("; "));
    }

    private Headers paged(Headers headers, RouteKey key, int total, PageRequest wanted) {
        Headers counted =
                headers.with(HeaderNames.X_TOTAL_COUNT, Integer.toString(total))
                        .with(HeaderNames.X_LIMIT, Integer.toString(wanted.limit()));
        long next = (long) wanted.offset() + wanted.limit();
        return next < total ? counted.with(HeaderNames.LINK, link(key, wanted, next)) : counted;
    }

    private String link(RouteKey key, PageRequest wanted, long offset) {
        StringBuilder url = new StringBuilder(endpoint(key));
        url.append("?offset=").append(offset).append("&limit=").append(wanted.limit());
        wanted.dateFrom().ifPresent(from -> url.append("&date_from=").append(escaped(from)));
        wanted.dateTo().ifPresent(to -> url.append("&date_to=").append(escaped(to)));
        return "<%s>; rel=\"next\"".formatted(url);
    }

    private static String escaped(Instant time) {
        return URLEncoder.encode(OcpiTime.write(time), StandardCharsets.UTF_8);
    }

    private String endpoint(RouteKey key) {
        return publicUrl + RequestPath.endpoint(VERSION, key.module(), key.role());
    }

    private Reply success(Headers headers, Json data) {
        return reply(200, headers, Envelope.success(Body.of(data), clock.instant()));
    }

    private static Reply reply(int http, Headers headers, Envelope envelope) {
        return new Reply(
                http,
                headers.with(HeaderNames.CONTENT_TYPE, "application/json"),
                envelope.toBody());
    }
}
