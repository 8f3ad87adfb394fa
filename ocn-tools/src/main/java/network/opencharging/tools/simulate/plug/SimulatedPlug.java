package network.opencharging.tools.simulate.plug;

import network.opencharging.tools.simulate.meter.Curve;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A plug that is not there, at a broker that is. */
public final class SimulatedPlug implements AutoCloseable {
    private static final long TICK_MILLIS = 100;

    private final Setting setting;
    private final Firmware firmware;
    private final Way way;
    private final Consumer<String> tells;
    private final PlugBody body = new PlugBody();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("simulated plug").factory());

    private Optional<Way.Contact> contact = Optional.empty();
    private boolean wanted = true;
    private Instant settled;
    private Instant reported;

    /**
     * Connects at once.
     *
     * @param tells what happens, in sentences for people
     * @throws IOException saying what the broker said
     */
    public SimulatedPlug(Setting setting, Way way, Consumer<String> tells) throws IOException {
        this.setting = setting;
        this.firmware = setting.family().firmware(setting.name(), setting.autoOff());
        this.way = way;
        this.tells = tells;
        this.settled = setting.clock().instant();
        this.reported = settled;
        connect();
        Future<?> _ =
                timer.scheduleWithFixedDelay(
                        this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * What it is.
     *
     * @param name in its topics, and as a client of the broker
     * @param every how often it reports by its time, while nothing happens
     * @param autoOff what is set in the plug itself, for SHELLY_1
     * @param clock its time, which may run faster than others'
     */
    public record Setting(
            Family family, String name, Duration every, Optional<Duration> autoOff, Clock clock) {}

    private synchronized void connect() throws IOException {
        Way.Contact fresh =
                way.connect(setting.name(), firmware.gone(), firmware.hears(), new Hearing());
        contact = Optional.of(fresh);
        say(List.of(firmware.here()));
        report();
        tells.accept("ready: %s at %s".formatted(setting.name(), way));
    }

    private final class Hearing implements Way.Ears {
        @Override
        public void heard(Said said) {
            // Never in the client's own thread: whoever breaks off waits for that.
            try {
                timer.execute(() -> hear(said));
            } catch (RejectedExecutionException e) {
                // It has ended.
            }
        }

        @Override
        public Optional<String> called(String path, Map<String, String> query) {
            return call(path, query);
        }
    }

    private synchronized Optional<String> call(String path, Map<String, String> query) {
        settle();
        boolean before = body.isOn();
        Optional<String> answer = firmware.called(path, query, body);
        switched(before);
        notifyAll();
        return answer;
    }

    private void switched(boolean before) {
        if (body.isOn() != before) {
            tells.accept(body.isOn() ? "switched on" + lease() : "switched off");
            report();
        }
    }

    private synchronized void hear(Said message) {
        settle();
        boolean before = body.isOn();
        List<Said> answers = firmware.hear(message, body);
        switched(before);
        say(answers);
        notifyAll();
    }

    private String lease() {
        return body.left()
                .map(left -> ", for " + left.toSeconds() + " s at most")
                .orElse(", and nothing would end it");
    }

    private void settle() {
        Instant now = setting.clock().instant();
        Duration passed = Duration.between(settled, now);
        settled = now;
        if (body.passes(passed)) {
            tells.accept("cut itself off: nobody renewed its lease");
            report();
            notifyAll();
        }
    }

    private synchronized void tick() {
        settle();
        Duration silent = Duration.between(reported, setting.clock().instant());
        if (silent.compareTo(setting.every()) >= 0) {
            report();
        }
        boolean lost = contact.filter(Way.Contact::isThere).isEmpty();
        if (wanted && lost) {
            try {
                connect();
            } catch (IOException e) {
                // The broker is not back yet.
                reported = setting.clock().instant();
            }
        }
    }

    private void report() {
        reported = setting.clock().instant();
        if (body.hasPower()) {
            say(firmware.report(body));
        }
    }

    private void say(List<Said> all) {
        for (Said said : all) {
            contact.filter(Way.Contact::isThere).ifPresent(there -> say(there, said));
        }
    }

    private static void say(Way.Contact there, Said said) {
        try {
            there.say(said);
        } catch (IOException e) {
            // Lost: the next tick connects again.
        }
    }

    /** Somebody presses its button. */
    public synchronized void button() {
        settle();
        if (body.isOn()) {
            body.switchOff();
        } else {
            body.switchOn(setting.autoOff());
        }
        report();
        notifyAll();
    }

    /** What hangs at it draws so whenever it is on. */
    public synchronized void draw(Curve curve) {
        settle();
        body.draws(curve);
        report();
    }

    /** Says nonsense where it says what it tells. */
    public synchronized void garble() {
        firmware.report(body)
                .forEach(said -> say(List.of(new Said(said.topic(), "{\"\u0000[[", false))));
    }

    /** Its radio is out of reach; its relay stays as it is until its time is over. */
    public synchronized void goOffline() {
        wanted = false;
        contact.ifPresent(Way.Contact::breakOff);
        contact = Optional.empty();
    }

    /**
     * Its radio is in reach again.
     *
     * @throws IOException saying what the broker said
     */
    public synchronized void goOnline() throws IOException {
        wanted = true;
        if (contact.filter(Way.Contact::isThere).isEmpty()) {
            connect();
        }
    }

    /** The mains fail: relay and radio with them. */
    public synchronized void losePower() {
        settle();
        goOffline();
        body.losePower();
        if (firmware.forgets()) {
            body.resetCounter();
        }
        notifyAll();
    }

    /**
     * The mains are back; the relay stays off.
     *
     * @throws IOException saying what the broker said
     */
    public synchronized void restorePower() throws IOException {
        settle();
        body.restorePower();
        goOnline();
    }

    /** Its counter begins anew. */
    public synchronized void resetCounter() {
        settle();
        body.resetCounter();
        report();
    }

    /** Does this wrong from now on. */
    public synchronized void lie(Lie lie) {
        settle();
        body.lie(lie);
        report();
    }

    /** How it is. */
    public synchronized PlugLook look() {
        settle();
        return new PlugLook(
                contact.filter(Way.Contact::isThere).isPresent(),
                body.isOn(),
                body.power(),
                body.wattHours().toPlainString(),
                body.left());
    }

    /** Lets so much of its time pass. */
    public synchronized void pause(Duration time) throws InterruptedException {
        Instant end = setting.clock().instant().plus(time);
        while (setting.clock().instant().isBefore(end)) {
            wait(TICK_MILLIS);
        }
    }

    /** Waits until it is so; false when it was not in time. */
    public synchronized boolean await(Predicate<PlugLook> wish, Duration atMost)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!wish.test(look())) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(Math.min(left, TICK_MILLIS));
        }
        return true;
    }

    @Override
    public void close() {
        goOffline();
        timer.shutdownNow();
    }
}
