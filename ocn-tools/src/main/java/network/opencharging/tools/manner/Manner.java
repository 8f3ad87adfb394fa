package network.opencharging.tools.manner;

import network.opencharging.tools.wire.Heard;

import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that every answer must keep to.
 *
 * @param id of the rule
 * @param title what is demanded, in a line
 * @param paragraph of OCPI 2.2.1 that demands it
 * @param wrong what is wrong with an answer, as a sentence; empty when it keeps to the rule or the
 *     rule does not concern it
 */
public record Manner(
        String id, String title, Paragraph paragraph, Function<Heard, Optional<String>> wrong) {

    /** What is wrong with this answer; empty when nothing is. */
    public Optional<String> check(Heard heard) {
        return wrong.apply(heard);
    }
}
