package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.PricePlan.first;

import org.jspecify.annotations.Nullable;

import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Walks through a session (or a reservation) and cuts it wherever what applies changes: at times of
 * day, changes of the zone's offset, durations and amounts of energy.
 *
 * <p>Energy flows evenly within a measured period. A Wh is delivered in the second in which it is
 * complete, so at any second the energy so far is cut down to whole Wh, and a threshold of energy
 * is passed in the first second at whose end it is reached.
 */
final class SessionWalk {
    private final PricePlan plan;
    private final WallClock clock;
    private final long begun;
    private final List<OpenPeriod> periods;
    private final Moment moment = new Moment();
    private long energy;
    private boolean feeTaken;

    /**
     * @param begun when the session or reservation began, seconds since 1970
     * @param periods where the cut periods are added
     */
    SessionWalk(PricePlan plan, ZoneRules rules, long begun, List<OpenPeriod> periods) {
        this.plan = plan;
        this.clock = new WallClock(rules, plan.turns());
        this.begun = begun;
        this.periods = periods;
    }

    /** Goes on through a measured stretch; {@code current} in mA or {@link Moment#UNKNOWN}. */
    void through(Stretch stretch, long power, long current) {
        moment.power = power;
        moment.current = current;
        long before = energy;
        int known = periods.size();
        long at = stretch.from();
        while (at < stretch.until()) {
            clock.read(at, moment);
            moment.duration = at - begun;
            long stop = Math.min(stretch.until(), nextCut(at));
            long reached = before + stretch.energyBy(stop);
            byEnergy(stretch, before, new Leg(at, stop, reached, known));
            at = stop;
        }
    }

    private long nextCut(long at) {
        long duration = plan.nextDuration(at - begun);
        long byDuration = duration == Long.MAX_VALUE ? duration : begun + duration;
        return Math.min(byDuration, clock.nextTurn(at));
    }

    /** Part of a stretch in which only the energy can still change what applies. */
    private record Leg(long from, long until, long reached, int known) {}

    private void byEnergy(Stretch stretch, long before, Leg leg) {
        long at = leg.from;
        long threshold = plan.nextEnergy(energy);
        while (threshold <= leg.reached) {
            long when = stretch.secondOf(threshold - before);
            add(stretch.activity(), at, when, threshold, leg.known);
            at = when;
            threshold = plan.nextEnergy(energy);
        }
        add(stretch.activity(), at, leg.until, leg.reached, leg.known);
    }

    private void add(Activity activity, long from, long until, long reached, int known) {
        long wattHours = reached - energy;
        if (from == until && wattHours == 0) {
            return;
        }
        moment.energy = energy;
        Choice energyChoice =
                wattHours == 0 && activity != Activity.CHARGING
                        ? null
                        : first(plan.energy(), moment);
        Choice timeChoice =
                first(activity == Activity.PARKED ? plan.parking() : plan.time(), moment);
        OpenPeriod period = periodFor(activity, from, energyChoice, timeChoice, known);
        takeFee(period);
        period.grow(until, wattHours);
        energy = reached;
    }

    private OpenPeriod periodFor(
            Activity activity,
            long from,
            @Nullable Choice energyChoice,
            @Nullable Choice timeChoice,
            int known) {
        if (periods.size() > known && periods.getLast().continues(energyChoice, timeChoice)) {
            return periods.getLast();
        }
        OpenPeriod fresh = new OpenPeriod(activity, from, energyChoice, timeChoice);
        periods.add(fresh);
        return fresh;
    }

    private void takeFee(OpenPeriod period) {
        Choice fee = feeTaken ? null : first(plan.flat(), moment);
        if (fee != null) {
            feeTaken = true;
            period.fee(fee);
        }
    }
}
