package network.opencharging.tools.ocpi;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What stands around every answer (OCPI 2.2.1 §4.1.7).
 *
 * @param status the OCPI status
 * @param message for people
 * @param data what was asked for, if there is any
 */
public record Envelope(OcpiStatus status, String message, Optional<JsonNode> data) {

    /** From the body of an answer, or empty when it is none: no object, or no status code. */
    public static Optional<Envelope> read(String body) {
        return JsonText.parse(body)
                .filter(node -> node.path("status_code").isIntegralNumber())
                .filter(node -> isStatus(node.path("status_code")))
                .map(Envelope::of);
    }

    private static boolean isStatus(JsonNode code) {
        return code.canConvertToInt() && code.intValue() >= 1000 && code.intValue() <= 4999;
    }

    private static Envelope of(JsonNode node) {
        return new Envelope(
                new OcpiStatus(node.path("status_code").intValue()),
                JsonText.text(node, "status_message").orElse(""),
                Optional.of(node.path("data"))
                        .filter(data -> !data.isMissingNode() && !data.isNull()));
    }

    /** The body of an answer. */
    public String write(Clock clock) {
        ObjectNode json = JsonText.object();
        data.ifPresent(value -> json.set("data", value));
        json.put("status_code", status.code());
        json.put("status_message", message);
        json.put("timestamp", Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString());
        return JsonText.write(json);
    }
}
