package network.opencharging.tools.watch;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;
import network.opencharging.tools.terminal.Printable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that a node passed, as its log tells of it. What the log does not tell is empty: a tool
 * reads what older and newer nodes say.
 *
 * @param json as the node gave it; it has an id
 */
record Passing(Json.Obj json) {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 300;

    /**
     * A step of the way in a node.
     *
     * @param name such as {@code verify}
     * @param at when it ended, after the arrival
     * @param passed whether the message went on
     * @param found what the node found
     */
    record Step(String name, Duration at, boolean passed, String found) {}

    /** A message, when this is one. */
    static Optional<Passing> of(Json json) {
        return json instanceof Json.Obj object
                        && object.textOf("id").filter(Passing::isId).isPresent()
                ? Optional.of(new Passing(object))
                : Optional.empty();
    }

    private static boolean isId(String text) {
        return text.length() <= LONGEST_ID && text.matches("[A-Za-z0-9._-]+");
    }

    String id() {
        return json.textOf("id").orElseThrow();
    }

    /** When it ended; long ago when the node does not say. */
    Instant at() {
        return json.textOf("at").flatMap(OcpiTime::read).orElse(Instant.EPOCH);
    }

    /** When it came to the node. */
    Instant came() {
        return at().minus(took());
    }

    Duration took() {
        return Duration.ofMillis(number("milliseconds").orElse(0L));
    }

    /** The text of a field, harmless for a terminal; empty text when there is none. */
    String text(String field) {
        String text = json.textOf(field).map(Printable::of).orElse("");
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    boolean is(String field) {
        return json.member(field)
                .filter(value -> value instanceof Json.Bool(boolean truth) && truth)
                .isPresent();
    }

    /** A number of at most nine digits. */
    Optional<Long> number(String field) {
        return json.member(field)
                .flatMap(value ->
                        value instanceof Json.Num(String literal) && literal.matches("\\d{1,9}")
                                ? Optional.of(Long.parseLong(literal))
                                : Optional.empty());
    }

    /** Whether the sender got an answer that says that all is well. */
    boolean isGood() {
        long http = number("http_status").orElse(0L);
        long ocpi = number("ocpi_status").orElse(1000L);
        return text("refusal").isEmpty() && http >= 200 && http < 300 && ocpi < 2000;
    }

    /** What the sender got, such as {@code 200 1000}. */
    String outcome() {
        return "%s %s %s"
                .formatted(
                        number("http_status").map(String::valueOf).orElse("-"),
                        number("ocpi_status").map(String::valueOf).orElse("-"),
                        text("refusal"))
                .strip();
    }

    /** Who asks whom for what: the same at all nodes of the way. */
    String question() {
        return "%s %s %s, %s to %s"
                .formatted(
                        text("method"),
                        text("module"),
                        text("interface_role"),
                        orNobody("sender"),
                        orNobody("receiver"));
    }

    String orNobody(String field) {
        String text = text(field);
        return text.isEmpty() ? "-" : text;
    }

    List<Step> path() {
        return json.member("path").orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)
                ? items.stream().flatMap(item -> step(item).stream()).toList()
                : List.of();
    }

    private static Optional<Step> step(Json json) {
        if (!(json instanceof Json.Obj object)) {
            return Optional.empty();
        }
        Passing fields = new Passing(object);
        return Optional.of(
                new Step(
                        fields.text("step"),
                        Duration.ofNanos(1000 * fields.number("at_microseconds").orElse(0L)),
                        fields.is("passed"),
                        fields.text("found")));
    }
}
