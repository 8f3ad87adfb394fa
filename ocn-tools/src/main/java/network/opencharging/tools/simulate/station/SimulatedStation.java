package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.line.Door;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.ocpp.Schemas;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A station that is not there, at a central system that is. */
public final class SimulatedStation implements AutoCloseable {
    private static final Duration SLICE = Duration.ofMinutes(1);

    private final Cabinet cabinet;
    private final Charging charging;
    private final Sampling sampling;
    private final Power power;
    private final Cable cable;
    private final Brain brain;

    /**
     * Where time and chance come from, and who is told.
     *
     * @param clock the station's time, which may run faster than others'
     * @param real the time by which others are waited for
     * @param ids of messages and transactions
     * @param tells what happens, in sentences
     * @param complains what is wrong with the central system, in sentences
     */
    public record Seams(
            Clock clock,
            Clock real,
            Supplier<String> ids,
            Consumer<String> tells,
            Consumer<String> complains) {}

    private SimulatedStation(Setting setting, Dialect dialect, Door door, Seams seams) {
        this.cabinet =
                new Cabinet(
                        setting,
                        dialect,
                        new Cabinet.Seams(
                                seams.clock(),
                                seams.real(),
                                seams.ids(),
                                seams.tells(),
                                seams.complains()));
        this.brain = new Brain("station " + setting.identity(), this::passes, cabinet::complain);
        this.sampling = new Sampling(cabinet);
        this.charging = new Charging(cabinet, sampling);
        this.cable = new Cable(cabinet, door, brain);
        this.power = new Power(cabinet, charging, cable);
        Bookings bookings = new Bookings(cabinet, charging);
        Wishes wishes = new Wishes(cabinet, charging, sampling, bookings, power);
        Hearing hearing = new Hearing(cabinet, Schemas.of(dialect.version()), dialect.desk(wishes));
        cable.attach(power, hearing);
    }

    /**
     * Connects; later it connects again by itself whenever it must.
     *
     * @throws IOException saying why it cannot connect
     */
    public static SimulatedStation start(Setting setting, Dialect dialect, Door door, Seams seams)
            throws IOException {
        SimulatedStation station = new SimulatedStation(setting, dialect, door, seams);
        station.cable.first();
        station.brain.begin();
        return station;
    }

    /** Time passes up to now, in slices, so that what is due meanwhile comes in its order. */
    private void passes() {
        Instant target = cabinet.seams().clock().instant();
        Chores chores = cabinet.chores();
        chores.reach(chores.now());
        while (chores.now().isBefore(target)) {
            Instant slice = earlier(chores.now().plus(SLICE), target);
            Instant next = chores.next().map(due -> earlier(due, slice)).orElse(slice);
            Duration passed = Duration.between(chores.now(), next);
            cabinet.evses().forEach(evse -> evse.meter().passes(passed));
            chores.reach(next);
            cabinet.evses().forEach(sampling::limit);
        }
        if (power.accepted()) {
            cabinet.evses().forEach(charging::report);
        }
        cabinet.calls().reach(cabinet.seams().real().instant());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Something that happens at an EVSE. */
    private void at(int evse, Consumer<Evse> deed) throws InterruptedException {
        Optional<Evse> one = cabinet.evse(evse);
        if (one.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no EVSE %d: there are 1 to %d"
                            .formatted(evse, cabinet.evses().size()));
        }
        does(() -> deed.accept(one.get()));
    }

    private void does(Runnable deed) throws InterruptedException {
        brain.<Boolean>ask(() -> {
            deed.run();
            return true;
        });
    }

    /** A vehicle is plugged in. */
    public void plugIn(int evse) throws InterruptedException {
        at(evse, charging::plugIn);
    }

    /** The vehicle leaves. */
    public void unplug(int evse) throws InterruptedException {
        at(evse, charging::unplug);
    }

    /** Somebody shows a card, the usual one where none is named. */
    public void swipe(int evse, Optional<Token> token) throws InterruptedException {
        at(evse, one -> charging.swipe(one, token.orElse(cabinet.setting().token())));
    }

    /** What the vehicle draws from now on. */
    public void draw(int evse, Curve curve) throws InterruptedException {
        at(evse, one -> one.meter().draws(curve));
    }

    /** Something is wrong there, in a word of 1.6; empty: no more. */
    public void fault(int evse, Optional<String> word) throws InterruptedException {
        at(
                evse,
                one -> {
                    if (word.isPresent() && one.charge().isPresent()) {
                        charging.end(one, Reason.OTHER, Trigger.ABNORMAL, Optional.empty());
                    }
                    one.fault(word);
                });
    }

    /** The network is out of reach; everything else goes on. */
    public void goOffline() throws InterruptedException {
        does(cable::unplug);
    }

    /** The network is in reach again. */
    public void goOnline() throws InterruptedException {
        does(cable::plug);
    }

    /** The mains fail for so long, by its time. */
    public void losePower(Duration time) throws InterruptedException {
        does(() -> {
            power.fail();
            cabinet.chores().in(time, power::comesBack);
        });
    }

    /** Does something wrong from now on, or no more. */
    public void behave(Habit habit, boolean wrong) throws InterruptedException {
        does(() -> {
            if (wrong) {
                cabinet.habits().add(habit);
            } else {
                cabinet.habits().remove(habit);
            }
            boolean stands = cabinet.habits().contains(Habit.STANDING_METER);
            cabinet.evses().forEach(evse -> evse.meter().stand(stands));
        });
    }

    /** How far its clock is from the time. */
    public void clock(Duration off) throws InterruptedException {
        does(() -> cabinet.clockOff(off));
    }

    /** Makes a call, right or wrong, and tells what came of it. */
    public void call(String action, ObjectNode payload) throws InterruptedException {
        does(() ->
                cabinet.calls()
                        .ask(
                                Say.now(action, payload),
                                outcome -> cabinet.tell(action + ": " + outcome)));
    }

    /** Says a text that need not be a frame. */
    public void sayRaw(String text) throws InterruptedException {
        does(() -> cable.line().ifPresent(line -> line.say(text)));
    }

    /** Says bytes, which OCPP does not know. */
    public void sayBytes(int number) throws InterruptedException {
        does(() -> cable.line().ifPresent(line -> line.say(new byte[number])));
    }

    /** From now on it reads nothing that comes. */
    public void goDeaf() throws InterruptedException {
        does(() -> cable.line().ifPresent(line -> line.goDeaf()));
    }

    /** How it is. */
    public Look look() throws InterruptedException {
        return brain.ask(() -> Look.at(cabinet, power.accepted()));
    }

    /** Waits until it is so; false when it is not in time, by real time. */
    public boolean await(Predicate<Look> wish, Duration patience) throws InterruptedException {
        return brain.await(() -> wish.test(Look.at(cabinet, power.accepted())), patience);
    }

    /** Lets so much of its time pass. */
    public void pause(Duration time) throws InterruptedException {
        boolean[] over = new boolean[1];
        does(() -> cabinet.chores().in(time, () -> over[0] = true));
        while (!brain.await(() -> over[0], Duration.ofMinutes(1))) {
            // Its time may run as slowly as any.
        }
    }

    @Override
    public void close() {
        brain.post(cable::hangUp);
        brain.close();
        cable.hangUp();
    }
}
