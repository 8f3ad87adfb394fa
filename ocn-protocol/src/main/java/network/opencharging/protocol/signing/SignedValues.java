package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What an OCN signature speaks about: some headers, the query parameters and the body of one
 * message, as one object {@code {headers, params, body}}.
 *
 * <p>Method, URL, module, HTTP status and {@code X-Request-ID} are never signed: a signed body can
 * be shown under another path.
 *
 * @param root the object; its names are in lower case
 */
public record SignedValues(Json.Obj root) {
    static final String HEADERS = "headers";
    static final String PARAMS = "params";
    static final String BODY = "body";

    /** The headers of a request that are signed, in the order of the published JVM library. */
    static final List<String> REQUEST_HEADERS =
            List.of(
                    "x-correlation-id",
                    "ocpi-from-country-code",
                    "ocpi-from-party-id",
                    "ocpi-to-country-code",
                    "ocpi-to-party-id");

    /** The headers of an answer that are signed, in the order of the published JVM library. */
    static final List<String> ANSWER_HEADERS =
            List.of("x-limit", "x-total-count", "link", "location");

    /**
     * The values of a request.
     *
     * @param correlationId of the message
     * @param routing sender and receiver
     * @param query the parameters, decoded, in the order of the URL
     * @param body the body, when there is one
     */
    public static SignedValues ofRequest(
            String correlationId,
            RoutingHeaders routing,
            Map<String, String> query,
            Optional<Json> body) {
        Headers headers =
                routing.writeTo(Headers.NONE.with(HeaderNames.X_CORRELATION_ID, correlationId));
        return of(headers, REQUEST_HEADERS, params(query), body);
    }

    /**
     * The values of a request whose parties are spelled as in these headers.
     *
     * @param routing the headers of sender and receiver; others are left out
     */
    public static SignedValues asSpelled(
            String correlationId, Headers routing, Map<String, String> query, Optional<Json> body) {
        SequencedMap<String, Json> signed = new LinkedHashMap<>();
        signed.put(REQUEST_HEADERS.getFirst(), Json.text(correlationId));
        return of(signed, routing, REQUEST_HEADERS, params(query), body);
    }

    /**
     * The values of an answer.
     *
     * @param headers its headers; those that are not signed are left out
     * @param envelope its body; the member that carries the signature is left out
     */
    public static SignedValues ofAnswer(Headers headers, Json envelope) {
        Json body =
                envelope instanceof Json.Obj object ? object.without("ocn_signature") : envelope;
        return of(headers, ANSWER_HEADERS, Json.Obj.EMPTY, Optional.of(body));
    }

    private static SignedValues of(
            Headers headers, List<String> names, Json.Obj params, Optional<Json> body) {
        return of(new LinkedHashMap<>(), headers, names, params, body);
    }

    private static SignedValues of(
            SequencedMap<String, Json> signed,
            Headers headers,
            List<String> names,
            Json.Obj params,
            Optional<Json> body) {
        for (String name : names) {
            headers.get(name).ifPresent(value -> signed.put(name, Json.text(value)));
        }
        SequencedMap<String, Json> root = new LinkedHashMap<>();
        root.put(HEADERS, new Json.Obj(signed));
        if (!params.members().isEmpty()) {
            root.put(PARAMS, params);
        }
        body.ifPresent(value -> root.put(BODY, value));
        return new SignedValues(new Json.Obj(root));
    }

    private static Json.Obj params(Map<String, String> query) {
        SequencedMap<String, Json> params = new LinkedHashMap<>();
        query.forEach((name, value) -> params.put(name, Json.text(value)));
        return new Json.Obj(params);
    }

    /** These values with another value for a header, named without case. */
    public SignedValues withHeader(String name, String value) {
        Json.Obj headers = root.objectOf(HEADERS).orElse(Json.Obj.EMPTY);
        return new SignedValues(
                root.with(HEADERS, headers.with(name.toLowerCase(Locale.ROOT), value)));
    }

    /** These values with another body. */
    public SignedValues withBody(Json body) {
        return new SignedValues(root.with(BODY, body));
    }
}
