package network.opencharging.cpo.roaming;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandResultType;
import network.opencharging.bridge.model.v221.DisplayText;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.effect.EffectHandler.Result;

import java.util.List;

/** What partners and devices said, in the other's words. */
final class Words {
    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER = 500;
    private static final int THEIRS = 3_000;
    private static final int LONGEST = 512;

    private Words() {}

    /** Whether it is done, is to be tried again, or never will be. */
    static Result result(Answered<Done> answered) {
        return switch (answered) {
            case Answered.Success<Done> _ -> new Result.Done();
            case Answered.Refused<Done> refused ->
                    passes(refused)
                            ? new Result.Later(refused.told())
                            : new Result.Never(refused.told());
            case Answered.Untrusted<Done> _,
                    Answered.Unreachable<Done> _,
                    Answered.NotOcpi<Done> _ ->
                    new Result.Later(answered.told());
            case Answered.Invalid<Done> _, Answered.NotOffered<Done> _ ->
                    new Result.Never(answered.told());
        };
    }

    /** The way or the partner is in trouble: that passes. What was wrong with the object stays. */
    private static boolean passes(Answered.Refused<Done> refused) {
        return refused.http() >= SERVER
                || refused.http() == TOO_MANY
                || refused.http() == UNAUTHORIZED
                || refused.status().code() >= THEIRS;
    }

    /** Whether the partner wants the whole object instead of a change of it. */
    static boolean isUnknownThere(Answered<Done> answered) {
        return answered instanceof Answered.Refused<Done> refused && !passes(refused);
    }

    static CommandResult result(CommandOutcome outcome, String text) {
        CommandResult.Builder result =
                CommandResult.builder().result(new CommandResultType(outcome.name()));
        if (!text.isBlank()) {
            result.message(
                    List.of(
                            DisplayText.builder()
                                    .language("en")
                                    .text(text.substring(0, Math.min(LONGEST, text.length())))
                                    .build()));
        }
        return result.build();
    }

    /** What a device said to an order that is no session's. */
    static CommandOutcome outcome(Outcome said) {
        return switch (said) {
            case Outcome.Done() -> CommandOutcome.ACCEPTED;
            case Outcome.Declined(String _) -> CommandOutcome.REJECTED;
            case Outcome.NotSupported() -> CommandOutcome.NOT_SUPPORTED;
            case Outcome.Unreachable() -> CommandOutcome.EVSE_INOPERATIVE;
            case Outcome.Unanswered() -> CommandOutcome.TIMEOUT;
        };
    }
}
