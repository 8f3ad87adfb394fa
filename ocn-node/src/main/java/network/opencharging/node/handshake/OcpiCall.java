package network.opencharging.node.handshake;

import network.opencharging.node.client.Call;
import network.opencharging.node.client.CallResult;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.HeaderNames;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a platform about itself and reads the envelope of what it says. */
final class OcpiCall {
    private final HttpCaller http;
    private final Duration deadline;
    private final Supplier<String> ids;

    /**
     * Calls of one kind.
     *
     * @param deadline for one call
     * @param ids makes X-Request-ID and X-Correlation-ID
     */
    OcpiCall(HttpCaller http, Duration deadline, Supplier<String> ids) {
        this.http = http;
        this.deadline = deadline;
        this.ids = ids;
    }

    /** What came back. */
    sealed interface Said {
        /** A success; {@code data} is {@link Json.Null} where there is none. */
        record Success(Json data) implements Said {}

        /** The platform does not know the token, at least not when it is written like this. */
        record Unauthorized(String sentence) implements Said {}

        /** No answer came: it may have come through all the same. */
        record Silent(String sentence) implements Said {}

        /** Anything else. */
        record Useless(String sentence) implements Said {}
    }

    /** Makes the call. */
    Said ask(String method, URI url, OutboundToken token, Optional<Json> body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HeaderNames.AUTHORIZATION, token.authorization());
        headers.put(HeaderNames.X_REQUEST_ID, ids.get());
        headers.put(HeaderNames.X_CORRELATION_ID, ids.get());
        headers.put("Accept", "application/json");
        body.ifPresent(_ -> headers.put(HeaderNames.CONTENT_TYPE, "application/json"));
        String what = method + " " + url;
        Call call = new Call(method, url.toString(), headers, body.map(Json::bytes), deadline);
        return switch (http.send(call)) {
            case CallResult.Unanswered(var reason, var detail) ->
                    new Said.Silent("%s got no answer (%s: %s).".formatted(what, reason, detail));
            case CallResult.Answered answer -> read(what, answer);
        };
    }

    private static Said read(String what, CallResult.Answered answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            return new Said.Unauthorized(
                    "%s was answered with HTTP %d: the token is not accepted."
                            .formatted(what, answer.status()));
        }
        JsonReading<Json> read = JsonReader.standard().read(answer.body());
        if (!(read instanceof JsonReading.Read<Json>(Json.Obj envelope))) {
            return new Said.Useless(
                    "%s was answered with HTTP %d and no OCPI envelope."
                            .formatted(what, answer.status()));
        }
        String code = envelope.member("status_code").map(Json::text).orElse("none");
        boolean success = answer.status() / 100 == 2 && code.matches("1[0-9]{3}");
        if (!success) {
            return new Said.Useless(
                    "%s was answered with HTTP %d, status_code %s, %s"
                            .formatted(
                                    what,
                                    answer.status(),
                                    code,
                                    envelope.textOf("status_message")
                                            .map(OcpiCall::shortened)
                                            .orElse("no status_message.")));
        }
        return new Said.Success(envelope.member("data").orElse(Json.Null.NULL));
    }

    /** What others write goes into our sentences, in measure and in one line. */
    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return "\"" + (line.length() > 200 ? line.substring(0, 200) + "..." : line) + "\".";
    }
}
