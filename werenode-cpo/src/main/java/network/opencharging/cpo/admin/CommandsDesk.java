package network.opencharging.cpo.admin;

import network.opencharging.cpo.ocpp.command.Command;
import network.opencharging.cpo.ocpp.command.CommandBook;
import network.opencharging.cpo.ocpp.command.CommandDesk;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has stations do things: every action of their version, by its name and payload. */
@RestController
public class CommandsDesk {
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int MOST_SECONDS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandDesk desk;
    private final CommandBook book;

    public CommandsDesk(CommandDesk desk, CommandBook book) {
        this.desk = desk;
        this.book = book;
    }

    /**
     * Sends a call.
     *
     * @param wait so many seconds for the station's answer; 0 answers at once
     */
    @PostMapping("/admin/stations/{station}/commands/{action}")
    ResponseEntity<CommandView> give(
            @PathVariable String station,
            @PathVariable String action,
            @RequestParam(defaultValue = "0") int wait,
            @RequestBody ObjectNode payload) {
        if (wait < 0 || wait > MOST_SECONDS) {
            throw new Wrong(BAD_REQUEST, "wait must be 0 to 120 seconds");
        }
        Duration patience = wait == 0 ? PATIENCE : Duration.ofSeconds(wait);
        return switch (desk.give(station, action, payload, patience)) {
            case CommandDesk.Sent sent when wait == 0 ->
                    ResponseEntity.status(ACCEPTED).body(CommandView.of(sent.command()));
            case CommandDesk.Sent sent ->
                    ResponseEntity.ok(
                            CommandView.of(
                                    sent.ended()
                                            .completeOnTimeout(
                                                    sent.command(), MOST_SECONDS, TimeUnit.SECONDS)
                                            .join()));
            case CommandDesk.Away() ->
                    throw new Wrong(CONFLICT, station + " is not connected; nothing was sent");
            case CommandDesk.Wrong(var faults) ->
                    throw new Wrong(BAD_REQUEST, String.valueOf(faults.getFirst()));
        };
    }

    /** One command, with its answer once it is there. */
    @GetMapping("/admin/commands/{id}")
    CommandView find(@PathVariable String id) {
        return book.find(id)
                .map(CommandView::of)
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such command"));
    }

    /** A station's newest commands. */
    @GetMapping("/admin/stations/{station}/commands")
    List<CommandView> latest(
            @PathVariable String station, @RequestParam(defaultValue = "100") int limit) {
        return book.latest(station, Limit.of(limit)).stream().map(CommandView::of).toList();
    }

    /**
     * A command as the API shows it.
     *
     * @param dispatched it is on its way, or was
     */
    record CommandView(
            String id,
            String station,
            String action,
            boolean dispatched,
            String state,
            JsonText payload,
            JsonText answer,
            String askedAt,
            String endedAt) {

        static CommandView of(Command command) {
            return new CommandView(
                    command.id(),
                    command.station(),
                    command.action(),
                    command.state() != Command.State.UNSENT,
                    command.state().name(),
                    new JsonText(command.payload()),
                    new JsonText(command.answer().orElse("null")),
                    command.asked().toString(),
                    command.ended().map(String::valueOf).orElse(""));
        }
    }
}
