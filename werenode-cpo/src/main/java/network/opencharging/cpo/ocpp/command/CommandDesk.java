package network.opencharging.cpo.ocpp.command;

import network.opencharging.cpo.ocpp.schema.SchemaFault;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.StationLine;
import network.opencharging.cpo.ocpp.station.StationLines;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Puts the operator's calls on the wire. Whatever the version's schema allows is sent, also what
 * looks unwise: the station decides.
 */
public final class CommandDesk {
    private final StationLines lines;
    private final CommandBook book;
    private final Clock clock;
    private final Supplier<String> ids;

    public CommandDesk(StationLines lines, CommandBook book, Clock clock, Supplier<String> ids) {
        this.lines = lines;
        this.book = book;
        this.clock = clock;
        this.ids = ids;
    }

    /** What became of the wish. */
    public sealed interface Given {}

    /**
     * It was put into the station's queue.
     *
     * @param ended comes when the station answered, or did not
     */
    public record Sent(Command command, CompletableFuture<Command> ended) implements Given {}

    /** The station is not connected. */
    public record Away() implements Given {}

    /**
     * It is not what the station's version knows.
     *
     * @param faults at least one
     */
    public record Wrong(List<SchemaFault> faults) implements Given {}

    /** Has a station do something. */
    public Given give(String station, String action, ObjectNode payload, Duration patience) {
        Optional<StationLine> line = lines.find(station);
        if (line.isEmpty()) {
            return new Away();
        }
        List<SchemaFault> faults = line.get().faults(action, payload);
        return faults.isEmpty() ? send(line.get(), action, payload, patience) : new Wrong(faults);
    }

    private Given send(StationLine line, String action, ObjectNode payload, Duration patience) {
        Command command =
                new Command(
                        ids.get(),
                        line.station(),
                        action,
                        payload.toString(),
                        Command.State.SENT,
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty());
        // First the book, then the wire: an answer must find its command.
        book.add(command);
        return new Sent(
                command,
                line.call(command.id(), action, payload, patience)
                        .thenApply(outcome -> end(command, outcome)));
    }

    /**
     * Ends a command whose process is gone.
     *
     * @param outcome what came of it at another process; empty when nobody knows
     */
    public void endForgotten(Command command, Optional<CallOutcome> outcome) {
        Command _ =
                end(
                        command,
                        outcome.orElseGet(() ->
                                new CallOutcome.Unanswered(
                                        "the process that waited for the answer is gone")));
    }

    private Command end(Command command, CallOutcome outcome) {
        Command ended =
                switch (outcome) {
                    case CallOutcome.Answered(ObjectNode payload) ->
                            ended(command, Command.State.ANSWERED, payload);
                    case CallOutcome.Failed(String code, String description, ObjectNode more) ->
                            ended(
                                    command,
                                    Command.State.FAILED,
                                    object().put("code", code)
                                            .put("description", description)
                                            .set("details", more));
                    case CallOutcome.Unanswered(String why) ->
                            ended(command, Command.State.UNANSWERED, object().put("why", why));
                    case CallOutcome.Unsent(String why) ->
                            ended(command, Command.State.UNSENT, object().put("why", why));
                };
        book.end(ended);
        return ended;
    }

    private Command ended(Command command, Command.State state, ObjectNode answer) {
        return command.ended(state, answer.toString(), clock.instant());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
