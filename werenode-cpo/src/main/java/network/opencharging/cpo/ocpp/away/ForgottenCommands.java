package network.opencharging.cpo.ocpp.away;

import network.opencharging.cpo.ocpp.command.Command;
import network.opencharging.cpo.ocpp.command.CommandBook;
import network.opencharging.cpo.ocpp.command.CommandDesk;
import network.opencharging.cpo.ocpp.station.OutcomeText;
import network.opencharging.cpo.process.ErrandBook;
import network.opencharging.cpo.process.Presence;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands whose process died before it heard the answer. */
public final class ForgottenCommands {
    private final CommandDesk desk;
    private final CommandBook book;
    private final ErrandBook errands;
    private final Presence presence;

    public ForgottenCommands(
            CommandDesk desk, CommandBook book, ErrandBook errands, Presence presence) {
        this.desk = desk;
        this.book = book;
        this.errands = errands;
        this.presence = presence;
    }

    /** Ends them: with the answer that another process heard, where one did. */
    public void end() {
        Set<String> living = presence.living();
        for (Command command : book.forgotten(living)) {
            Map<String, String> outcome = errands.outcomes(Set.of(command.id()));
            boolean underWay =
                    outcome.isEmpty()
                            && errands.askedOf(command.id()).filter(living::contains).isPresent();
            if (!underWay) {
                desk.endForgotten(
                        command,
                        Optional.ofNullable(outcome.get(command.id())).map(OutcomeText::read));
            }
        }
    }
}
