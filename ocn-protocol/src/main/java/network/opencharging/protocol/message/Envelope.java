package network.opencharging.protocol.message;

import network.opencharging.protocol.json.Json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The object around every answer (OCPI 2.2.1 §4.1.6).
 *
 * @param status the status of the OCPI layer
 * @param message a sentence for the people who run the other side
 * @param data the content, as bytes of JSON
 * @param timestamp when the answer was made; written in milliseconds, UTC
 */
public record Envelope(
        OcpiStatus status, Optional<String> message, Optional<Body> data, Instant timestamp) {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** A success with data. */
    public static Envelope success(Body data, Instant timestamp) {
        return new Envelope(OcpiStatus.SUCCESS, Optional.empty(), Optional.of(data), timestamp);
    }

    /** A success without data. */
    public static Envelope success(Instant timestamp) {
        return new Envelope(OcpiStatus.SUCCESS, Optional.empty(), Optional.empty(), timestamp);
    }

    /** A refusal with the sentence that says why. */
    public static Envelope refusal(OcpiStatus status, String message, Instant timestamp) {
        return new Envelope(status, Optional.of(message), Optional.empty(), timestamp);
    }

    /** The form OCPI wants of a time: UTC with milliseconds. */
    public static String timeText(Instant time) {
        return MILLISECONDS.format(time);
    }

    /** The envelope as a body: {@code data} byte for byte, {@code timestamp} last. */
    public Body toBody() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "{\"status_code\":" + status.code());
        message.ifPresent(text -> write(out, ",\"status_message\":" + Json.text(text)));
        data.filter(body -> !body.isEmpty())
                .ifPresent(body -> {
                    write(out, ",\"data\":");
                    out.writeBytes(body.bytes());
                });
        write(out, ",\"timestamp\":\"" + timeText(timestamp) + "\"}");
        return Body.of(out.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
