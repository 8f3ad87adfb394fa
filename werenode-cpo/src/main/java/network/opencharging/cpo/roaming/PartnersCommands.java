package network.opencharging.cpo.roaming;

import network.opencharging.bridge.backoffice.Command;
import network.opencharging.bridge.backoffice.CommandHandler;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.CommandResponseType;
import network.opencharging.bridge.model.v221.ReserveNow;
import network.opencharging.bridge.model.v221.StartSession;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.UnlockConnector;
import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Origin;
import network.opencharging.cpo.start.StartAnswer;
import network.opencharging.cpo.start.StartDesk;
import network.opencharging.cpo.start.StartWish;
import network.opencharging.cpo.start.StopAnswer;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Commands of partners (OCPI 2.2.1 §13.2). What names something that is not there, or nobody may
 * want, is refused at once; what the device has to say to it, or would have, is the result.
 */
final class PartnersCommands implements CommandHandler {
    private static final Duration WITHIN = Duration.ofSeconds(90);
    private final StartDesk desk;
    private final TokenShelf tokens;
    private final Way way;

    PartnersCommands(StartDesk desk, TokenShelf tokens, Way way) {
        this.desk = desk;
        this.tokens = tokens;
        this.way = way;
    }

    @Override
    public Answer handle(Context context, Command command) {
        try {
            return handled(context, command);
        } catch (IllegalArgumentException e) {
            // An id that is longer than OCPI allows names nothing here.
            return rejected(String.valueOf(e.getMessage()));
        }
    }

    private Answer handled(Context context, Command command) {
        return switch (command.order()) {
            case Command.Order.Start(StartSession body) -> start(context, command.id(), body);
            case Command.Order.Stop(var body) -> stop(context, command.id(), body.sessionId());
            case Command.Order.Reserve(ReserveNow body) -> reserve(context, command.id(), body);
            case Command.Order.Cancel(var body) ->
                    cancel(context, command.id(), body.reservationId());
            case Command.Order.Unlock(UnlockConnector body) -> unlock(command.id(), body);
        };
    }

    private Answer start(Context context, String id, StartSession body) {
        Optional<Answer> refused = refusal(context, body.token());
        return refused.orElseGet(() ->
                answer(
                        id,
                        desk.start(
                                wish(
                                        id,
                                        body.token(),
                                        new StartWish.Target(
                                                body.locationId().text(),
                                                Places.text(body.evseUid()),
                                                Places.text(body.connectorId())),
                                        body.authorizationReference()))));
    }

    private Answer reserve(Context context, String id, ReserveNow body) {
        Optional<Answer> refused = refusal(context, body.token());
        return refused.orElseGet(() ->
                answer(
                        id,
                        desk.reserve(
                                wish(
                                        id,
                                        body.token(),
                                        new StartWish.Target(
                                                body.locationId().text(),
                                                Places.text(body.evseUid()),
                                                Optional.empty()),
                                        body.authorizationReference()),
                                body.reservationId().text(),
                                body.expiryDate())));
    }

    private static StartWish wish(
            String id, Token token, StartWish.Target target, Optional<CiString> reference) {
        return new StartWish(
                Origin.COMMAND,
                Drivers.of(token),
                new Opening.Permit(
                        AuthMethod.COMMAND,
                        Places.text(reference),
                        Optional.of(id),
                        Optional.empty()),
                target,
                Limits.NONE);
    }

    /** Nobody charges in another's name, or with a token that its eMSP has blocked. */
    private Optional<Answer> refusal(Context context, Token token) {
        Driver driver = Drivers.of(token);
        if (!driver.emsp().equals(context.from())) {
            return Optional.of(rejected("The token belongs to another party."));
        }
        boolean blocked =
                !token.valid()
                        || tokens.find(driver.emsp(), driver.uid(), token.type())
                                .filter(kept -> !kept.valid())
                                .isPresent();
        return blocked ? Optional.of(rejected("The token is blocked.")) : Optional.empty();
    }

    private Answer answer(String id, StartAnswer answer) {
        if (!(answer instanceof StartAnswer.Refused(StartAnswer.Why why, String text))) {
            return new Answer.Accepted(WITHIN);
        }
        return switch (why) {
            case UNKNOWN_LOCATION, UNKNOWN_EVSE, NO_TARIFF, OVER -> rejected(text);
            case OCCUPIED, RESERVED -> ended(id, CommandOutcome.EVSE_OCCUPIED, text);
            case OUT_OF_ORDER, OFFLINE -> ended(id, CommandOutcome.EVSE_INOPERATIVE, text);
        };
    }

    private Answer stop(Context context, String id, CiString session) {
        return switch (desk.stop(new SessionId(session.text()), context.from(), Optional.of(id))) {
            case StopAnswer.Taken _ -> new Answer.Accepted(WITHIN);
            case StopAnswer.Unknown() -> unknown();
            case StopAnswer.Over() -> rejected("The session is over.");
        };
    }

    private Answer cancel(Context context, String id, CiString reservation) {
        return switch (desk.cancel(reservation.text(), context.from(), Optional.of(id))) {
            case StopAnswer.Taken _ -> new Answer.Accepted(WITHIN);
            case StopAnswer.Unknown(), StopAnswer.Over() ->
                    ended(id, CommandOutcome.UNKNOWN_RESERVATION, "There is no such reservation.");
        };
    }

    private Answer unlock(String id, UnlockConnector body) {
        Optional<CompletableFuture<Outcome>> asked =
                desk.unlock(new EvseRef(body.locationId().text(), body.evseUid().text()));
        if (asked.isEmpty()) {
            return rejected("There is no such EVSE, or no device behind it.");
        }
        CompletableFuture<Void> _ =
                asked.get()
                        .thenAccept(said -> way.settle(id, Words.result(Words.outcome(said), "")));
        return new Answer.Accepted(WITHIN);
    }

    private Answer ended(String id, CommandOutcome outcome, String text) {
        way.settle(id, Words.result(outcome, text));
        return new Answer.Accepted(WITHIN);
    }

    private static Answer unknown() {
        return new Answer.Refused(
                CommandResponseType.UNKNOWN_SESSION, "There is no such session of this party.");
    }

    private static Answer rejected(String text) {
        return new Answer.Refused(CommandResponseType.REJECTED, text);
    }
}
