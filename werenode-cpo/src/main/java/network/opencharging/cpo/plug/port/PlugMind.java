package network.opencharging.cpo.plug.port;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.device.StartOrder;
import network.opencharging.cpo.plug.dialect.PlugNews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a plug, and what follows from what it tells and is asked. It sends nothing and
 * waits for nothing. Not for several threads at a time.
 */
final class PlugMind {
    private final PortId id;
    private final Suspicion suspicion = new Suspicion();
    private final List<Effect> effects = new ArrayList<>();

    private boolean there;
    private Optional<Boolean> on = Optional.empty();
    private Optional<Counter> counter;
    private Optional<Charging> charging;
    private Flow flow = Flow.UNKNOWN;

    PlugMind(PortId id, Optional<PlugMemory.Kept> kept) {
        this.id = id;
        this.counter =
                kept.flatMap(PlugMemory.Kept::counter)
                        .map(then ->
                                new Counter(
                                        then.offset(), then.last(), then.at(), Optional.empty()));
        this.charging = kept.flatMap(PlugMemory.Kept::charge).map(Charging::recalled);
    }

    private enum Flow {
        UNKNOWN,
        MUCH,
        LITTLE
    }

    boolean isThere() {
        return there;
    }

    Optional<Boolean> isOn() {
        return on;
    }

    Optional<WattHours> register() {
        return counter.map(Counter::total);
    }

    Optional<Charging> charging() {
        return charging;
    }

    /** Who was ordered on, as long as the plug did not say that it is. */
    private Optional<Charging> asked() {
        return charging.filter(someone -> someone.is(Charging.Phase.ASKED));
    }

    /** Whose energy began. */
    private Optional<Charging> begun() {
        return charging.filter(someone -> !someone.is(Charging.Phase.ASKED));
    }

    PlugMemory.Kept kept() {
        return new PlugMemory.Kept(
                counter.map(now -> new PlugMemory.KeptCounter(now.offset(), now.last(), now.at())),
                begun().map(someone ->
                        new PlugMemory.KeptCharge(
                                someone.session(),
                                someone.token(),
                                someone.is(Charging.Phase.ENDING))));
    }

    /** What follows, in order; each only once. */
    List<Effect> follows() {
        List<Effect> all = List.copyOf(effects);
        effects.clear();
        return all;
    }

    void starts(StartOrder order) {
        charging = Optional.of(Charging.asked(order));
        effects.add(new Effect.SwitchOn());
    }

    /** What is known of a session that goes on: that it began, and what its meter shows. */
    List<DeviceEvent> tells(String session, Instant now) {
        Optional<DeviceEvent.Charge> its =
                begun().filter(someone -> someone.session().equals(session)).map(Charging::charge);
        if (its.isEmpty()) {
            return List.of();
        }
        List<DeviceEvent> told = new ArrayList<>();
        told.add(new DeviceEvent.EnergyStarted(id, now, its.get(), register()));
        register()
                .ifPresent(register ->
                        told.add(
                                new DeviceEvent.MeterRead(
                                        id, now, its, register, Optional.empty())));
        return told;
    }

    /** Whether a session of that name goes on, which ends now. */
    boolean stops(String session) {
        Optional<Charging> its = charging.filter(someone -> someone.session().equals(session));
        its.ifPresent(someone -> endBecause(someone, "Remote"));
        return its.isPresent();
    }

    private void endBecause(Charging someone, String why) {
        charging = Optional.of(someone.ends(why));
        effects.add(new Effect.SwitchOff());
        effects.add(new Effect.Keep());
    }

    /** The plug had time enough to begin, or to end. */
    void patienceEnds() {
        Optional<Charging> never = asked();
        if (never.isPresent()) {
            // Should it hear of it later, nobody wants it any more.
            charging = Optional.empty();
            effects.add(new Effect.SwitchOff());
        }
        boolean saidOff = never.filter(who -> who.heardOff() > 0).isPresent();
        answer(saidOff ? new Outcome.Declined("it stays off") : new Outcome.Unanswered());
    }

    private void answer(Outcome outcome) {
        effects.add(new Effect.Answer(outcome));
    }

    private void tell(DeviceEvent event) {
        effects.add(new Effect.Tell(event));
    }

    private void fault(Optional<String> lie, Instant now) {
        lie.ifPresent(code -> tell(new DeviceEvent.Faulted(id, now, code)));
    }

    void hears(PlugNews news, Instant now) {
        switch (news) {
            case PlugNews.Presence(boolean isThere) -> present(isThere, now);
            case PlugNews.Switched(boolean isOn) -> switched(isOn, now);
            case PlugNews.Power(Watts power) -> flows(power, now);
            case PlugNews.Register(WattHours register) -> counted(register, now);
            case PlugNews.Timer(boolean runs) -> timer(runs, now);
            case PlugNews.Refused(String why) -> refused(why);
        }
    }

    private void present(boolean isThere, Instant now) {
        if (there == isThere) {
            return;
        }
        there = isThere;
        if (isThere) {
            tell(new DeviceEvent.Online(id, now));
            effects.add(new Effect.Ask());
            // Its lease goes on, or what it did not hear is said again.
            charging.ifPresent(someone ->
                    effects.add(
                            someone.is(Charging.Phase.ENDING)
                                    ? new Effect.SwitchOff()
                                    : new Effect.SwitchOn()));
        } else {
            tell(new DeviceEvent.Offline(id, now));
            charging =
                    charging.map(someone ->
                            someone.is(Charging.Phase.RUNNING)
                                    ? someone.because("PowerLoss")
                                    : someone);
        }
    }

    private void switched(boolean isOn, Instant now) {
        boolean first = on.isEmpty();
        on = Optional.of(isOn);
        if (isOn) {
            isOn(now);
        } else {
            isOff(now, first);
        }
    }

    private void isOn(Instant now) {
        switch (charging.map(Charging::phase).orElse(Charging.Phase.ENDING)) {
            case ASKED -> {
                suspicion.begins();
                charging = charging.map(Charging::runs);
                answer(new Outcome.Done());
                effects.add(new Effect.Keep());
                tell(
                        new DeviceEvent.EnergyStarted(
                                id, now, charging.orElseThrow().charge(), register()));
            }
            case RUNNING -> charging = charging.map(Charging::runs);
            case ENDING -> {
                // Nobody ordered it: by its own button, or by somebody else; or it did not obey.
                effects.add(new Effect.SwitchOff());
                fault(suspicion.onAgainstOrders(), now);
            }
        }
    }

    private void isOff(Instant now, boolean first) {
        suspicion.obeys();
        if (charging.isEmpty() && first) {
            tell(new DeviceEvent.Free(id, now));
        }
        charging.ifPresent(someone -> {
            if (!someone.is(Charging.Phase.ASKED)) {
                ended(someone, now);
            } else if (someone.heardOff() > 0) {
                refused("it stays off");
            } else {
                // It may have said so before it heard of it.
                charging = Optional.of(someone.hearsOff());
            }
        });
    }

    private void ended(Charging someone, Instant now) {
        charging = Optional.empty();
        flow = Flow.UNKNOWN;
        answer(new Outcome.Done());
        effects.add(new Effect.Keep());
        tell(
                new DeviceEvent.EnergyStopped(
                        id, now, someone.charge(), register(), someone.reason()));
        tell(new DeviceEvent.Free(id, now));
    }

    private void refused(String why) {
        if (asked().isPresent()) {
            charging = Optional.empty();
            effects.add(new Effect.SwitchOff());
            answer(new Outcome.Declined(why));
        }
    }

    /** A dead backend would leave it on: it is not left on by one that lives. */
    private void timer(boolean runs, Instant now) {
        if (runs || charging.isEmpty()) {
            return;
        }
        fault(suspicion.once("NoAutoOff"), now);
        Charging someone = charging.orElseThrow();
        if (someone.is(Charging.Phase.ASKED)) {
            refused("it has no time after which it ends by itself");
        } else if (someone.is(Charging.Phase.RUNNING)) {
            endBecause(someone, "NoAutoOff");
        }
    }

    private void flows(Watts power, Instant now) {
        fault(suspicion.power(power, on.orElse(true), now), now);
        if (!on.orElse(false) || begun().isEmpty()) {
            return;
        }
        Flow next = power.value() >= Suspicion.IDLE_WATTS ? Flow.MUCH : Flow.LITTLE;
        if (next == Flow.MUCH && flow == Flow.UNKNOWN) {
            tell(new DeviceEvent.Plugged(id, now));
        } else if (next == Flow.LITTLE && flow != Flow.LITTLE) {
            tell(new DeviceEvent.Suspended(id, now, true));
        }
        flow = next;
    }

    private void counted(WattHours register, Instant now) {
        Counter before = counter.orElseGet(() -> Counter.first(register, now));
        Counter.Shown shown = before.shows(register, now);
        counter = Optional.of(shown.counter());
        fault(shown.fault(), now);
        WattHours total = shown.counter().total();
        fault(suspicion.register(before.total(), total, on.orElse(true)), now);
        if (shown.counter().offset() != before.offset()) {
            effects.add(new Effect.Keep());
        }
        tell(
                new DeviceEvent.MeterRead(
                        id, now, begun().map(Charging::charge), total, Optional.empty()));
    }
}
