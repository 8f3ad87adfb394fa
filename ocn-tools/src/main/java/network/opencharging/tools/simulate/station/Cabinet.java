package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.meter.Meter;
import network.opencharging.tools.simulate.profile.Profiles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a station consists of; touched by one thread only. */
final class Cabinet {
    private final Setting setting;
    private final Dialect dialect;
    private final Seams seams;
    private final List<Evse> evses;
    private final Knobs knobs;
    private final LocalList list = new LocalList();
    private final Profiles profiles = new Profiles();
    private final Set<Habit> habits = EnumSet.noneOf(Habit.class);
    private final Calls calls;
    private final Chores chores;
    private Duration clockOff;
    private boolean online;
    private boolean powered = true;

    /**
     * What comes from outside.
     *
     * @param clock the station's time, which may run faster than others'
     * @param real the time by which others are waited for
     * @param ids of messages and transactions
     * @param tells what happens, in sentences
     * @param complains what is wrong with the central system, in sentences
     */
    record Seams(
            Clock clock,
            Clock real,
            Supplier<String> ids,
            Consumer<String> tells,
            Consumer<String> complains) {}

    Cabinet(Setting setting, Dialect dialect, Seams seams) {
        this.setting = setting;
        this.dialect = dialect;
        this.seams = seams;
        this.clockOff = setting.clockOff();
        this.knobs = new Knobs(dialect.knobs());
        this.evses =
                IntStream.rangeClosed(1, setting.evses())
                        .mapToObj(id -> new Evse(id, new Meter(setting.curve(), 1_000L * id)))
                        .toList();
        this.calls = new Calls(seams.ids(), habits, seams.real().instant());
        this.chores = new Chores(seams.clock().instant());
    }

    Setting setting() {
        return setting;
    }

    Dialect dialect() {
        return dialect;
    }

    Seams seams() {
        return seams;
    }

    List<Evse> evses() {
        return evses;
    }

    Optional<Evse> evse(int id) {
        return evses.stream().filter(evse -> evse.id() == id).findFirst();
    }

    Knobs knobs() {
        return knobs;
    }

    LocalList list() {
        return list;
    }

    Profiles profiles() {
        return profiles;
    }

    Set<Habit> habits() {
        return habits;
    }

    Calls calls() {
        return calls;
    }

    Chores chores() {
        return chores;
    }

    /** As the station's clock shows it. */
    Instant now() {
        return chores.now().plus(clockOff);
    }

    void clockOff(Duration off) {
        clockOff = off;
    }

    boolean online() {
        return online;
    }

    void online(boolean there) {
        online = there;
    }

    boolean powered() {
        return powered;
    }

    void powered(boolean there) {
        powered = there;
    }

    void tell(String sentence) {
        seams.tells().accept(sentence);
    }

    void complain(String sentence) {
        seams.complains().accept(sentence);
    }

    /** Says something, whatever becomes of it. */
    void say(Say say) {
        calls.ask(
                say,
                outcome -> {
                    if (outcome instanceof Outcome.Refused(String code, String description)) {
                        complain(
                                "%s is refused with %s %s"
                                        .formatted(say.action(), code, description));
                    }
                });
    }
}
