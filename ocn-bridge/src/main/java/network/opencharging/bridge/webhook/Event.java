package network.opencharging.bridge.webhook;

import network.opencharging.protocol.json.Json;

import java.time.Instant;

/**
 * Something that a backoffice has to hear.
 *
 * @param kind such as {@code session}, {@code cdr} or {@code command}
 * @param body who to whom, and the object
 * @param at when it came
 */
public record Event(String kind, Json.Obj body, Instant at) {

    /**
     * An event in its place.
     *
     * @param seq grows with each event
     * @param event the event
     */
    public record Numbered(long seq, Event event) {
        /** As it is told to a backoffice. */
        public Json.Obj json() {
            return Json.Obj.EMPTY
                    .with("seq", Json.number(seq))
                    .with("kind", event.kind())
                    .with("at", event.at().toString())
                    .with("event", event.body());
        }
    }
}
