package network.opencharging.bridge.deliver;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.v221.ChargingProfileResult;
import network.opencharging.bridge.model.v221.ChargingProfileResultType;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandResultType;
import network.opencharging.bridge.model.v221.DisplayText;
import network.opencharging.protocol.route.ModuleId;

import java.time.Clock;
import java.util.List;

/**
 * Ends commands with TIMEOUT whose result did not come in time (OCPI 2.2.1 §13.4.2), and requests
 * for charging profiles with REJECTED.
 */
public final class Deadlines {
    private static final int AT_ONCE = 100;

    private final CommandBook book;
    private final Clock clock;

    /** Watches over these commands. */
    public Deadlines(CommandBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Ends what is overdue; says how many commands that were. */
    public int round() {
        List<PendingCommand> overdue = book.overdue(clock.instant(), AT_ONCE);
        overdue.forEach(command -> book.settle(command.id(), late(command)));
        return overdue.size();
    }

    private static OcpiObject late(PendingCommand command) {
        if (!command.what().module().equals(ModuleId.CHARGING_PROFILES)) {
            return timeout("The charge point did not answer in time.");
        }
        // OCPI 2.2.1 §14.6.6 has no TIMEOUT; what nobody answers is not followed.
        return ChargingProfileResult.builder().result(ChargingProfileResultType.REJECTED).build();
    }

    /** TIMEOUT, and this sentence for people. */
    static CommandResult timeout(String sentence) {
        return CommandResult.builder()
                .result(CommandResultType.TIMEOUT)
                .message(List.of(DisplayText.builder().language("en").text(sentence).build()))
                .build();
    }
}
