package network.opencharging.cpo.session;

import network.opencharging.bridge.metering.Reading;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.effect.CommandOutcome;
import network.opencharging.cpo.effect.Effect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision while it is made. */
final class Draft {
    private static final int MOST_REMARKS = 20;
    private final ChargeSession before;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> remarks;
    private Opening opening;
    private Phase phase;
    private Optional<DeviceEvent.Charge> charge;
    private Meter meter;
    private Funding funding;
    private Times times;
    private Optional<String> complaint = Optional.empty();

    Draft(ChargeSession before, Instant now) {
        this.before = before;
        this.now = now;
        this.opening = before.opening();
        this.phase = before.phase();
        this.charge = before.charge();
        this.meter = before.meter();
        this.funding = before.funding();
        this.times = before.times();
        this.remarks = new ArrayList<>(before.remarks());
    }

    /** The clock of a device that runs ahead, or behind what is known, does not count. */
    Instant believed(Instant told) {
        Instant earliest = meter.newest().or(times::began).orElse(times.asked());
        boolean begun = times.began().isPresent();
        Instant notAhead = told.isAfter(now) ? now : told;
        return begun && notAhead.isBefore(earliest) ? earliest : notAhead;
    }

    Draft to(Phase next) {
        phase = next;
        return this;
    }

    Draft opened(Opening fresh) {
        opening = fresh;
        return this;
    }

    Draft pays(Funding next) {
        funding = next;
        return this;
    }

    Draft wants(Effect effect) {
        effects.add(effect);
        return this;
    }

    Draft answers(Optional<String> command, CommandOutcome outcome, String text) {
        command.ifPresent(id -> effects.add(new Effect.AnswerCommand(id, outcome, text)));
        return this;
    }

    Draft remark(String text) {
        if (remarks.size() < MOST_REMARKS && !remarks.contains(text)) {
            remarks.add(text);
        }
        return this;
    }

    Draft complain(String text) {
        complaint = Optional.of(text);
        return this;
    }

    Draft begins(SessionEvent.EnergyBegan event) {
        Instant at = event.at().isAfter(now) ? now : event.at();
        charge = Optional.of(event.charge());
        times = times.begun(at);
        meter = event.register().map(register -> meter.begin(at, register)).orElse(meter);
        shares();
        return this;
    }

    /** What the meter says counts, unless it cannot be true. */
    Draft reads(Instant told, WattHours register, Optional<String> signed) {
        Instant began = times.began().orElse(now);
        Meter.Step step = meter.read(began, new Reading(believed(told), register));
        switch (step) {
            case Meter.Step.Taken(Meter longer) -> meter = longer;
            case Meter.Step.Known() -> {}
            case Meter.Step.Refused(String why) -> remark(why);
        }
        signed.ifPresent(document -> meter = meter.signed(document));
        return this;
    }

    Draft costs(Instant until) {
        if (funding instanceof Funding.Running) {
            funding = new Funding.Running(state().costAt(until));
        }
        return this;
    }

    Draft ends(Instant at) {
        times = times.over(at);
        return this;
    }

    /** Partners are told, of a reading not more often than they need. */
    Draft tells() {
        times = times.told(now);
        return wants(new Effect.TellSession(before.id()));
    }

    /** What never began is no partner's business, unless it was told of a reservation. */
    Draft tellsWhoKnows() {
        return times.reserved().isPresent() ? tells() : this;
    }

    boolean wasToldBefore(Instant moment) {
        return times.told().isBefore(moment);
    }

    /** Its power is somebody else's from now on, or it wants some. */
    Draft shares() {
        opening.place()
                .location()
                .power()
                .ifPresent(_ -> wants(new Effect.SharePower(opening.place().location().id())));
        return this;
    }

    WattHours energy() {
        return meter.energy();
    }

    Meter meter() {
        return meter;
    }

    Optional<Money> cost() {
        return funding.cost();
    }

    /** The limit that it has reached. */
    Optional<StopReason> reached() {
        Limits limits = opening.limits();
        if (limits.energy().filter(most -> energy().compareTo(most) >= 0).isPresent()) {
            return Optional.of(StopReason.ENERGY_LIMIT);
        }
        Optional<BigDecimal> cost = cost().map(money -> money.inclVat().orElse(money.exclVat()));
        return limits.money()
                .flatMap(most -> cost.filter(amount -> amount.compareTo(most) >= 0))
                .map(_ -> StopReason.MONEY_LIMIT);
    }

    /** As it would be. */
    ChargeSession state() {
        return new ChargeSession(
                before.id(),
                before.version(),
                opening,
                phase,
                charge,
                meter,
                funding,
                times,
                List.copyOf(remarks));
    }

    Decision done() {
        times = times.changed(now);
        return new Decision(state(), effects, complaint);
    }
}
