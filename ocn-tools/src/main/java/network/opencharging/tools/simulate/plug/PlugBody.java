package network.opencharging.tools.simulate.plug;

import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.meter.Meter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Relay, counter and timer of a plug. Time passes only when it is told to. */
final class PlugBody {
    private final Meter meter = new Meter(Curve.steady(0), 0);
    private boolean on;
    private boolean powered = true;
    private Lie lie = Lie.NONE;
    private Optional<Duration> left = Optional.empty();

    /** Whether it cut itself off meanwhile. */
    boolean passes(Duration time) {
        boolean ends = left.filter(rest -> rest.compareTo(time) <= 0).isPresent();
        meter.passes(ends ? left.orElse(time) : time);
        left = left.map(rest -> rest.minus(time)).filter(Duration::isPositive);
        if (ends && lie != Lie.STUCK) {
            turn(false);
        }
        return ends && !on;
    }

    private void turn(boolean wanted) {
        on = wanted;
        if (on && powered) {
            meter.open();
        } else {
            meter.close();
        }
    }

    /** Lets energy through, for so long; without a time until it is told otherwise. */
    void switchOn(Optional<Duration> atMost) {
        turn(true);
        left = lie == Lie.TIMER ? Optional.empty() : atMost.filter(Duration::isPositive);
    }

    void switchOff() {
        if (lie != Lie.STUCK) {
            turn(false);
            left = Optional.empty();
        }
    }

    void losePower() {
        powered = false;
        turn(false);
        left = Optional.empty();
    }

    void restorePower() {
        powered = true;
    }

    boolean hasPower() {
        return powered;
    }

    void draws(Curve curve) {
        meter.draws(curve);
    }

    void resetCounter() {
        meter.reset();
    }

    void lie(Lie wanted) {
        lie = wanted;
        meter.stand(wanted == Lie.COUNTER);
    }

    boolean isOn() {
        return on;
    }

    boolean saysOn() {
        return on && lie != Lie.OFF;
    }

    long power() {
        return meter.watts();
    }

    /** What is left until it cuts itself off. */
    Optional<Duration> left() {
        return left;
    }

    /** With three decimals. */
    BigDecimal wattHours() {
        return meter.exactly();
    }
}
