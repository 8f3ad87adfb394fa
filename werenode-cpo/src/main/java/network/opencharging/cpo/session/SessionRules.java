package network.opencharging.cpo.session;

import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.effect.Effect;

import java.time.Instant;
import java.util.Optional;

/**
 * The one table: what a session does when it hears of something, for every phase. A pure function;
 * what is not foreseen changes nothing and is complained about.
 */
public final class SessionRules {
    private static final int OBSTINATE = 3;
    private final Patience patience;

    public SessionRules(Patience patience) {
        this.patience = patience;
    }

    /** What follows. */
    public Decision decide(ChargeSession session, SessionEvent event, Instant now) {
        Draft draft = new Draft(session, now);
        Draft decided =
                switch (session.phase()) {
                    case Phase.Reserved reserved -> whileReserved(draft, reserved, event, now);
                    case Phase.Ordered _ -> whileOrdered(draft, event, now, Optional.of(session));
                    case Phase.Promised _ -> whileOrdered(draft, event, now, Optional.empty());
                    case Phase.Delivering _ -> whileDelivering(draft, session, event, now);
                    case Phase.Suspended _ -> whileDelivering(draft, session, event, now);
                    case Phase.Stopping stopping ->
                            whileStopping(draft, session, stopping, event, now);
                    case Phase.Ended(StopReason why) -> afterEnd(draft, session, why, event);
                    case Phase.Closed _ -> stays(draft, event);
                    case Phase.Failed _ -> afterFailure(draft, event, now);
                };
        return decided.done();
    }

    private static Draft stays(Draft draft, SessionEvent event) {
        return draft.complain(
                "%s does not belong to a session that is %s"
                        .formatted(event.getClass().getSimpleName(), draft.state().phase().word()));
    }

    private Draft whileReserved(
            Draft draft, Phase.Reserved reserved, SessionEvent event, Instant now) {
        return switch (event) {
            case SessionEvent.ReservationUsed(_, Opening opening, boolean order) ->
                    order
                            ? draft.opened(opening)
                                    .to(new Phase.Ordered(now.plus(patience.start())))
                                    .wants(new Effect.StartEnergy(draft.state().id()))
                            : draft.opened(opening)
                                    .to(new Phase.Ordered(now.plus(patience.start())));
            case SessionEvent.ReservationMoved moved ->
                    draft.to(new Phase.Reserved(reserved.reservation(), moved.until()))
                            .answers(moved.command(), CommandOutcome.ACCEPTED, "");
            case SessionEvent.StopAsked asked ->
                    draft.answers(asked.command(), CommandOutcome.ACCEPTED, "")
                            .ends(now)
                            .to(new Phase.Ended(asked.why()))
                            .tells()
                            .wants(new Effect.WriteCdr(draft.state().id()));
            case SessionEvent.TimePassed _ ->
                    now.isBefore(reserved.until())
                            ? draft
                            : draft.ends(reserved.until())
                                    .to(new Phase.Ended(StopReason.TIME_LIMIT))
                                    .tells()
                                    .wants(new Effect.WriteCdr(draft.state().id()));
            case SessionEvent.DeviceFaulted(_, String code) -> draft.remark("device: " + code);
            case SessionEvent _ -> stays(draft, event);
        };
    }

    /**
     * The device was asked to begin.
     *
     * @param unanswered present: and it did not answer yet, so neither did we
     */
    private Draft whileOrdered(
            Draft draft, SessionEvent event, Instant now, Optional<ChargeSession> unanswered) {
        Optional<String> command =
                unanswered.flatMap(session -> session.opening().permit().command());
        return switch (event) {
            case SessionEvent.StartAnswered answered ->
                    Ends.startAnswered(draft, answered, command);
            case SessionEvent.EnergyBegan began ->
                    begun(draft.answers(command, CommandOutcome.ACCEPTED, ""), began, now);
            case SessionEvent.StopAsked asked ->
                    stop(
                            draft.answers(command, CommandOutcome.FAILED, "It was stopped again."),
                            asked.why(),
                            asked.command(),
                            now);
            case SessionEvent.TimePassed(_, Instant due) ->
                    now.isBefore(due)
                            ? draft
                            : draft.to(new Phase.Failed("nothing began in time"))
                                    .tellsWhoKnows()
                                    .answers(
                                            command,
                                            CommandOutcome.TIMEOUT,
                                            "The charging station did not begin in time.")
                                    // It must not begin when nobody waits any more.
                                    .wants(new Effect.StopEnergy(draft.state().id(), 1))
                                    .shares();
            case SessionEvent.DeviceFaulted(_, String code) -> draft.remark("device: " + code);
            case SessionEvent.ChargeUnknown _ -> draft;
            case SessionEvent _ -> stays(draft, event);
        };
    }

    private Draft begun(Draft draft, SessionEvent.EnergyBegan event, Instant now) {
        Draft begins = draft.begins(event).to(new Phase.Delivering()).tells();
        return begins.state().opening().permit().refused().isPresent()
                ? stop(begins, StopReason.NOT_ALLOWED, Optional.empty(), now)
                : begins;
    }

    private Draft stop(Draft draft, StopReason why, Optional<String> command, Instant now) {
        return draft.to(new Phase.Stopping(why, command, now.plus(patience.stop()), 1))
                .wants(new Effect.StopEnergy(draft.state().id(), 1));
    }

    private Draft whileDelivering(
            Draft draft, ChargeSession session, SessionEvent event, Instant now) {
        return switch (event) {
            case SessionEvent.MeterRead read -> metered(draft, session, read, now);
            case SessionEvent.FlowPaused(_, boolean byVehicle) ->
                    draft.to(new Phase.Suspended(byVehicle)).tells();
            case SessionEvent.EnergyEnded ended ->
                    Ends.end(draft, ended, StopWords.meaning(ended.reason()));
            case SessionEvent.StopAsked asked -> stop(draft, asked.why(), asked.command(), now);
            case SessionEvent.TimePassed(_, Instant due) ->
                    now.isBefore(due)
                            ? draft
                            : stop(draft, StopReason.TIME_LIMIT, Optional.empty(), now);
            case SessionEvent.ChargeUnknown unknown -> Ends.lost(draft, unknown);
            case SessionEvent.DeviceFaulted(_, String code) -> draft.remark("device: " + code);
            // Energy was quicker than the answer, or the order was given again.
            case SessionEvent.StartAnswered _ -> draft;
            case SessionEvent _ -> stays(draft, event);
        };
    }

    private Draft metered(
            Draft draft, ChargeSession session, SessionEvent.MeterRead read, Instant now) {
        long before = draft.energy().value();
        draft.reads(read.at(), read.register(), read.signed());
        draft.meter().newest().ifPresent(draft::costs);
        if (draft.energy().value() > before && session.phase() instanceof Phase.Suspended) {
            draft.to(new Phase.Delivering()).tells();
        } else if (draft.wasToldBefore(now.minus(patience.tell()))) {
            draft.tells();
        }
        return draft.reached()
                .map(limit -> stop(draft, limit, Optional.empty(), now))
                .orElse(draft);
    }

    private Draft whileStopping(
            Draft draft,
            ChargeSession session,
            Phase.Stopping stopping,
            SessionEvent event,
            Instant now) {
        return switch (event) {
            case SessionEvent.MeterRead read -> {
                draft.reads(read.at(), read.register(), read.signed());
                draft.meter().newest().ifPresent(draft::costs);
                yield draft;
            }
            case SessionEvent.EnergyEnded ended ->
                    Ends.end(
                            draft.answers(stopping.command(), CommandOutcome.ACCEPTED, ""),
                            ended,
                            stopping.why());
            case SessionEvent.StopAnswered answered ->
                    Ends.stopAnswered(draft, session, stopping, answered.answer());
            case SessionEvent.TimePassed _ -> again(draft, stopping, now);
            case SessionEvent.EnergyBegan began ->
                    again(draft.begins(began).to(stopping).tells(), stopping, now);
            case SessionEvent.StopAsked asked ->
                    draft.answers(asked.command(), CommandOutcome.ACCEPTED, "");
            case SessionEvent.ChargeUnknown unknown ->
                    session.hasBegun() ? Ends.lost(draft, unknown) : Ends.gone(draft, stopping);
            case SessionEvent.DeviceFaulted(_, String code) -> draft.remark("device: " + code);
            case SessionEvent.FlowPaused _ -> draft;
            case SessionEvent.StartAnswered _ -> draft;
            case SessionEvent _ -> stays(draft, event);
        };
    }

    private Draft again(Draft draft, Phase.Stopping stopping, Instant now) {
        int attempt = stopping.attempt() + 1;
        if (attempt == OBSTINATE) {
            draft.remark("the device does not stop");
        }
        return draft.to(
                        new Phase.Stopping(
                                stopping.why(),
                                stopping.command(),
                                now.plus(patience.stop()),
                                attempt))
                .wants(new Effect.StopEnergy(draft.state().id(), attempt));
    }

    private static Draft afterEnd(
            Draft draft, ChargeSession session, StopReason why, SessionEvent event) {
        return switch (event) {
            case SessionEvent.CdrWritten(_, Optional<String> cdr, var total) -> {
                if (!(session.funding() instanceof Funding.Waived)) {
                    draft.pays(new Funding.Rated(total));
                }
                draft.to(new Phase.Closed(why, cdr));
                if (session.hasBegun()) {
                    draft.tells();
                }
                cdr.ifPresent(id -> draft.wants(new Effect.TellCdr(session.id(), id)));
                yield draft;
            }
            case SessionEvent.StopAnswered _ -> draft;
            case SessionEvent _ -> stays(draft, event);
        };
    }

    /** What begins although nobody waits for it is ended, and the operator bears it. */
    private Draft afterFailure(Draft draft, SessionEvent event, Instant now) {
        return switch (event) {
            case SessionEvent.EnergyBegan began ->
                    stop(
                            draft.begins(began)
                                    .pays(new Funding.Waived("it began after it was given up"))
                                    .remark("energy began after it was given up"),
                            StopReason.TOO_LATE,
                            Optional.empty(),
                            now);
            case SessionEvent.StopAnswered _ -> draft;
            case SessionEvent _ -> stays(draft, event);
        };
    }
}
