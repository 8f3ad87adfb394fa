package network.opencharging.bridge.deliver;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.command.GivenBook;
import network.opencharging.bridge.command.GivenCommand;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;
import network.opencharging.bridge.model.v221.ChargingProfileResultType;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells the own backoffice TIMEOUT when the end of a command that it gave does not come in time.
 */
public final class OrderDeadlines {
    private static final int AT_ONCE = 100;
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final GivenBook book;
    private final Backoffice backoffice;
    private final Duration patience;
    private final InstantSource clock;
    private Instant nextCleaning = Instant.MIN;

    /**
     * Watches over these commands.
     *
     * @param backoffice is told
     * @param patience how long it may take
     */
    public OrderDeadlines(
            GivenBook book, Backoffice backoffice, Duration patience, InstantSource clock) {
        this.book = book;
        this.backoffice = backoffice;
        this.patience = patience;
        this.clock = clock;
    }

    /** Ends what is overdue; says how many commands that were. */
    public int round() {
        Instant now = clock.instant();
        List<GivenCommand> overdue = book.overdue(now, AT_ONCE);
        for (GivenCommand command : overdue) {
            // The next one in line must not wait for ever behind one that cannot be told.
            book.extend(command.id(), now.plus(patience));
            told(command, now);
            book.end(command.id(), () -> {});
        }
        if (!now.isBefore(nextCleaning)) {
            nextCleaning = now.plus(BETWEEN_CLEANINGS);
            book.forgetEnded(now.minus(REMEMBERED));
        }
        return overdue.size();
    }

    private void told(GivenCommand command, Instant now) {
        Context context =
                new Context(command.partner(), command.own(), command.id(), now.plus(patience));
        if (command.what().module().equals(ModuleId.CHARGING_PROFILES)) {
            // OCPI 2.2.1 §14.6.6 has no TIMEOUT; what nobody answers is not followed.
            ActiveChargingProfileResult result =
                    ActiveChargingProfileResult.builder()
                            .result(ChargingProfileResultType.REJECTED)
                            .build();
            backoffice
                    .profiles()
                    .listener()
                    .ifPresent(listener -> listener.ended(context, command.id(), result));
        } else {
            backoffice
                    .news()
                    .results()
                    .ifPresent(listener ->
                            listener.ended(
                                    context,
                                    new CommandType(command.what().name()),
                                    command.id(),
                                    Deadlines.timeout(
                                            "The partner has not told in time how it ended.")));
        }
    }
}
