package network.opencharging.bridge.deliver;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.ChargingProfileListener;
import network.opencharging.bridge.backoffice.CommandResultListener;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.command.GivenBook;
import network.opencharging.bridge.command.GivenCommand;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets the end of each given command through once, and only from the partner who was asked. What
 * was not given through {@link Orders} is none of its business.
 */
public record Ends(GivenBook book) {

    /** The same backoffice, hearing each end once. */
    public Backoffice guarding(Backoffice backoffice) {
        return backoffice.hearingEnds(
                backoffice.news().results().map(this::guarded),
                backoffice.profiles().listener().map(this::guarded));
    }

    private CommandResultListener guarded(CommandResultListener next) {
        return (context, type, id, result) ->
                once(context, id, () -> next.ended(context, type, id, result));
    }

    private ChargingProfileListener guarded(ChargingProfileListener next) {
        return new ChargingProfileListener() {
            @Override
            public Verdict ended(Context context, String id, ActiveChargingProfileResult result) {
                return once(context, id, () -> next.ended(context, id, result));
            }

            @Override
            public Verdict changed(
                    Context context, CiString session, ActiveChargingProfile profile) {
                return next.changed(context, session, profile);
            }
        };
    }

    private Verdict once(Context context, String id, Supplier<Verdict> telling) {
        Optional<GivenCommand> given = book.find(id);
        if (given.isEmpty()) {
            return telling.get();
        }
        if (!given.get().partner().equals(context.from())
                || !given.get().own().equals(context.to())) {
            return new Verdict.Refused("Only who was asked may tell how it ended.");
        }
        if (given.get().ended()) {
            return Verdict.kept();
        }
        Verdict verdict = telling.get();
        if (verdict instanceof Verdict.Kept) {
            book.end(id, () -> {});
        }
        return verdict;
    }
}
