package network.opencharging.cpo.ocpp.message;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Members of a payload, read as real stations write them. */
public final class Fields {
    private Fields() {}

    /** The text of that name; numbers are taken as they are written. */
    public static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() || value.isNumber() || value.isBoolean()
                ? Optional.of(value.asString()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** The text of that name, or another. */
    public static String text(JsonNode node, String name, String otherwise) {
        return text(node, name).orElse(otherwise);
    }

    /** The whole number of that name, or another. */
    public static int number(JsonNode node, String name, int otherwise) {
        return node.path(name).asInt(otherwise);
    }

    /** The whole number of that name; empty when there is none. */
    public static Optional<Integer> number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() && value.canConvertToInt()
                ? Optional.of(value.asInt(0))
                : Optional.empty();
    }

    /** The moment of that name; without a zone it is taken for UTC. */
    public static Optional<Instant> moment(JsonNode node, String name) {
        return text(node, name).flatMap(Fields::moment);
    }

    /**
     * The moment of that name. Without a zone it is taken for UTC; what cannot be read, or is
     * missing, is {@code otherwise}.
     */
    public static Instant moment(JsonNode node, String name, Instant otherwise) {
        return text(node, name).flatMap(Fields::moment).orElse(otherwise);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return withoutZone(text);
        }
    }

    private static Optional<Instant> withoutZone(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment as every station can read it: UTC and at most milliseconds. */
    public static String written(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
