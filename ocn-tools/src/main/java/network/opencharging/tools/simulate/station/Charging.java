package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.profile.Profile;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** From a plugged cable to an ended transaction. */
final class Charging {
    private final Cabinet cabinet;
    private final Sampling sampling;
    private final Map<Integer, EvseState> told = new HashMap<>();

    Charging(Cabinet cabinet, Sampling sampling) {
        this.cabinet = cabinet;
        this.sampling = sampling;
    }

    /** Says how an EVSE is, when that has changed. */
    void report(Evse evse) {
        EvseState state = evse.state();
        EvseState before = told.put(evse.id(), state);
        if (before == state) {
            return;
        }
        cabinet.tell("EVSE %d is %s".formatted(evse.id(), state.word()));
        cabinet.say(cabinet.dialect().status(evse, cabinet.now()));
        if (before != null && before.isCharge() && state.isCharge()) {
            evse.charge()
                    .flatMap(charge ->
                            cabinet.dialect()
                                    .changes(
                                            news(
                                                    evse,
                                                    charge,
                                                    Sample.Moment.PERIODIC,
                                                    Trigger.CHARGING_STATE_CHANGED)))
                    .ifPresent(cabinet::say);
        }
    }

    /** Nobody knows how the EVSEs are: all of it is said again. */
    void reportAll() {
        told.clear();
        cabinet.evses().forEach(this::report);
    }

    void plugIn(Evse evse) {
        evse.plug(true);
        report(evse);
        evse.allowed().ifPresent(who -> begin(evse, who, Trigger.CABLE_PLUGGED_IN));
    }

    void unplug(Evse evse) {
        if (evse.charge().isPresent()) {
            end(evse, Reason.EV_DISCONNECTED, Trigger.EV_DEPARTED, Optional.empty());
        }
        evse.plug(false);
        report(evse);
    }

    /** Somebody shows a card: it begins what can begin, or ends what is his. */
    void swipe(Evse evse, Token token) {
        Optional<Charge> running = evse.charge();
        if (running.isEmpty()) {
            authorize(
                    token,
                    verdict -> allow(evse, verdict, new Evse.Allowed(token, OptionalInt.empty())));
        } else if (running.get().token().is(token)) {
            end(evse, Reason.LOCAL, Trigger.STOP_AUTHORIZED, Optional.of(token));
        } else {
            cabinet.tell(
                    "EVSE %d charges for another token than %s".formatted(evse.id(), token.text()));
        }
    }

    private void allow(Evse evse, Verdict verdict, Evse.Allowed who) {
        if (!verdict.accepted()) {
            cabinet.tell("%s is not accepted: %s".formatted(who.token().text(), verdict.word()));
            return;
        }
        boolean forAnother =
                evse.reservation()
                        .filter(booked -> !booked.isFor(who.token(), verdict.parent()))
                        .isPresent();
        if (forAnother) {
            cabinet.tell("EVSE %d is reserved for another".formatted(evse.id()));
            return;
        }
        if (evse.state() == EvseState.FAULTED || evse.state() == EvseState.UNAVAILABLE) {
            cabinet.tell("EVSE %d is %s".formatted(evse.id(), evse.state().word()));
            return;
        }
        waitFor(evse, who);
    }

    private void waitFor(Evse evse, Evse.Allowed who) {
        if (evse.plugged()) {
            begin(evse, who, who.remote().isPresent() ? Trigger.REMOTE_START : Trigger.AUTHORIZED);
            return;
        }
        evse.allow(Optional.of(who));
        report(evse);
        Duration patience = Duration.ofSeconds(cabinet.knobs().number(Knob.Meaning.PLUG_SECONDS));
        cabinet.chores()
                .in(
                        patience,
                        () -> {
                            if (evse.allowed().filter(who::equals).isPresent()) {
                                cabinet.tell("no cable came to EVSE %d".formatted(evse.id()));
                                evse.allow(Optional.empty());
                                report(evse);
                            }
                        });
    }

    /** Asks whether a token may charge: the list at hand, the central system, or nobody. */
    void authorize(Token token, Consumer<Verdict> then) {
        Optional<Verdict> listed = cabinet.list().of(token);
        boolean alone = !cabinet.online();
        if (listed.isPresent() && (alone || listedFirst(listed.get()))) {
            then.accept(listed.get());
        } else if (alone) {
            then.accept(Verdict.own(cabinet.knobs().truth(Knob.Meaning.OFFLINE_UNKNOWN)));
        } else {
            cabinet.calls()
                    .ask(
                            cabinet.dialect().authorize(token),
                            outcome ->
                                    then.accept(
                                            outcome instanceof Outcome.Answered(var payload)
                                                    ? cabinet.dialect().verdict(payload)
                                                    : Verdict.own(false)));
        }
    }

    private boolean listedFirst(Verdict listed) {
        return listed.accepted() && cabinet.knobs().truth(Knob.Meaning.LOCAL_FIRST);
    }

    /** Somebody orders that it charges; he is asked for only when that is wanted. */
    void order(Evse evse, Evse.Allowed who) {
        if (cabinet.setting().obliging() && !evse.plugged()) {
            evse.plug(true);
            report(evse);
        }
        if (cabinet.knobs().truth(Knob.Meaning.AUTHORIZE_REMOTE)) {
            authorize(who.token(), verdict -> allow(evse, verdict, who));
        } else {
            waitFor(evse, who);
        }
    }

    private void begin(Evse evse, Evse.Allowed who, Trigger trigger) {
        Charge charge =
                new Charge(
                        evse.id(),
                        cabinet.seams().ids().get(),
                        who.token(),
                        new Charge.Start(
                                cabinet.now(),
                                trigger,
                                who.remote(),
                                evse.reservation()
                                        .map(booked -> OptionalInt.of(booked.number()))
                                        .orElse(OptionalInt.empty())));
        evse.begin(charge);
        sampling.limit(evse);
        cabinet.tell(
                "EVSE %d charges for %s, transaction %s"
                        .formatted(evse.id(), who.token().text(), charge.id()));
        List<Say> all = cabinet.dialect().begins(news(evse, charge, Sample.Moment.BEGIN, trigger));
        cabinet.calls().ask(all.getFirst(), outcome -> begun(evse, charge, outcome));
        all.stream().skip(1).forEach(cabinet::say);
        report(evse);
        meterLater(evse, charge);
    }

    private void begun(Evse evse, Charge charge, Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered(var payload))) {
            cabinet.complain(
                    "the beginning of %s is not taken: %s".formatted(charge.id(), outcome));
            return;
        }
        cabinet.dialect().named(charge, payload);
        Verdict verdict = cabinet.dialect().verdict(payload);
        boolean running = evse.charge().filter(charge::equals).isPresent();
        if (running && !verdict.accepted() && cabinet.knobs().truth(Knob.Meaning.STOP_ON_INVALID)) {
            cabinet.tell("%s is %s".formatted(charge.token().text(), verdict.word()));
            end(evse, Reason.DE_AUTHORIZED, Trigger.DEAUTHORIZED, Optional.empty());
        }
    }

    /** Ends what goes on. */
    void end(Evse evse, Reason reason, Trigger trigger, Optional<Token> by) {
        Charge charge = evse.charge().orElseThrow();
        Dialect.News news = news(evse, charge, Sample.Moment.END, trigger);
        evse.end();
        cabinet.profiles()
                .clear(profile ->
                        profile.evse() == evse.id() && profile.purpose() == Profile.Purpose.TX);
        cabinet.tell(
                "EVSE %d has ended %s at %s Wh: %s"
                        .formatted(
                                evse.id(),
                                charge.id(),
                                news.sample().wattHours().toPlainString(),
                                reason));
        cabinet.calls()
                .ask(
                        cabinet.dialect().ends(news, reason, by),
                        outcome -> {
                            if (!(outcome instanceof Outcome.Answered)) {
                                cabinet.complain(
                                        "the end of %s is not taken: %s"
                                                .formatted(charge.id(), outcome));
                            }
                        });
        report(evse);
    }

    private void meterLater(Evse evse, Charge charge) {
        int seconds = cabinet.knobs().number(Knob.Meaning.SAMPLE_SECONDS);
        Duration pause = Duration.ofSeconds(seconds == 0 ? 60 : seconds);
        cabinet.chores()
                .in(
                        pause,
                        () -> {
                            if (evse.charge().filter(charge::equals).isPresent()
                                    && cabinet.powered()) {
                                if (seconds > 0) {
                                    goesOn(evse, Sample.Moment.PERIODIC, Trigger.METER_PERIODIC);
                                }
                                meterLater(evse, charge);
                            }
                        });
    }

    /** Says what flows. */
    void goesOn(Evse evse, Sample.Moment moment, Trigger trigger) {
        evse.charge()
                .ifPresent(charge ->
                        cabinet.say(cabinet.dialect().goesOn(news(evse, charge, moment, trigger))));
    }

    private Dialect.News news(Evse evse, Charge charge, Sample.Moment moment, Trigger trigger) {
        return new Dialect.News(
                charge,
                evse.state(),
                sampling.sample(evse, moment, Optional.of(charge)),
                trigger,
                !cabinet.online());
    }
}
