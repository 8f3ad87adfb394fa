package network.opencharging.cpo.session;

import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.effect.Effect;

import java.time.Instant;
import java.util.Optional;

/** How starts and stops come out, for the table of rules. */
final class Ends {
    private Ends() {}

    static Draft startAnswered(
            Draft draft, SessionEvent.StartAnswered event, Optional<String> command) {
        Instant until = draft.state().due().orElseThrow();
        Answer answer = event.answer();
        return switch (answer.word()) {
            case DONE ->
                    draft.to(new Phase.Promised(until))
                            .answers(command, CommandOutcome.ACCEPTED, "");
            // Perhaps it heard the first order, which nobody remembers, and has begun.
            case UNANSWERED -> draft;
            case DECLINED ->
                    event.attempt() > 1
                            ? draft.remark("the device declined a repeated start: " + answer.why())
                            : failed(draft, command, CommandOutcome.REJECTED, answer);
            case NOT_SUPPORTED -> failed(draft, command, CommandOutcome.NOT_SUPPORTED, answer);
            case UNREACHABLE -> failed(draft, command, CommandOutcome.EVSE_INOPERATIVE, answer);
        };
    }

    static Draft failed(
            Draft draft, Optional<String> command, CommandOutcome outcome, Answer answer) {
        String why = answer.why().isEmpty() ? answer.word().name() : answer.why();
        return draft.to(new Phase.Failed("the device did not begin: " + why))
                .tellsWhoKnows()
                .answers(command, outcome, "The charging station did not begin: " + why)
                .shares();
    }

    static Draft end(Draft draft, SessionEvent.EnergyEnded ended, StopReason why) {
        Instant at = draft.believed(ended.at());
        ended.register()
                .ifPresentOrElse(
                        register -> draft.reads(at, register, Optional.empty()),
                        () -> draft.remark("the device did not say where its meter ended"));
        return over(draft, at, why);
    }

    static Draft over(Draft draft, Instant at, StopReason why) {
        return draft.costs(at)
                .ends(at)
                .to(new Phase.Ended(why))
                .tells()
                .shares()
                .wants(new Effect.WriteCdr(draft.state().id()));
    }

    /** Its own record goes on and the device's does not: what is known for certain is billed. */
    static Draft lost(Draft draft, SessionEvent.ChargeUnknown unknown) {
        Instant at = draft.believed(unknown.at());
        unknown.register().ifPresent(register -> draft.reads(at, register, Optional.empty()));
        Instant last = draft.meter().newest().orElse(at);
        return over(draft.remark("the device knew nothing of it any more"), last, StopReason.LOST);
    }

    static Draft stopAnswered(
            Draft draft, ChargeSession session, Phase.Stopping stopping, Answer answer) {
        Phase.Stopping answered =
                new Phase.Stopping(
                        stopping.why(), Optional.empty(), stopping.until(), stopping.attempt());
        return switch (answer.word()) {
            case DONE ->
                    draft.to(answered).answers(stopping.command(), CommandOutcome.ACCEPTED, "");
            case DECLINED ->
                    session.hasBegun()
                            ? draft.to(answered)
                                    .remark("the device would not stop: " + answer.why())
                                    .answers(
                                            stopping.command(),
                                            CommandOutcome.REJECTED,
                                            "The charging station refused: " + answer.why())
                            : gone(draft, stopping);
            case NOT_SUPPORTED, UNREACHABLE, UNANSWERED ->
                    draft.to(answered)
                            .answers(
                                    stopping.command(),
                                    answer.word() == Answer.Word.NOT_SUPPORTED
                                            ? CommandOutcome.NOT_SUPPORTED
                                            : CommandOutcome.TIMEOUT,
                                    "The charging station did not answer; it is asked again.");
        };
    }

    /** It was stopped before anything flowed. */
    static Draft gone(Draft draft, Phase.Stopping stopping) {
        return draft.to(new Phase.Failed("it was stopped before energy flowed"))
                .tellsWhoKnows()
                .answers(stopping.command(), CommandOutcome.ACCEPTED, "")
                .shares();
    }
}
