package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.profile.Profiles;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Does what is wanted of a station. */
final class Wishes implements Hands {
    private final Cabinet cabinet;
    private final Charging charging;
    private final Sampling sampling;
    private final Bookings bookings;
    private final Power power;

    Wishes(Cabinet cabinet, Charging charging, Sampling sampling, Bookings bookings, Power power) {
        this.cabinet = cabinet;
        this.charging = charging;
        this.sampling = sampling;
        this.bookings = bookings;
        this.power = power;
    }

    @Override
    public Setting setting() {
        return cabinet.setting();
    }

    @Override
    public List<Evse> evses() {
        return cabinet.evses();
    }

    @Override
    public Knobs knobs() {
        return cabinet.knobs();
    }

    @Override
    public LocalList list() {
        return cabinet.list();
    }

    @Override
    public Profiles profiles() {
        return cabinet.profiles();
    }

    @Override
    public Instant now() {
        return cabinet.now();
    }

    @Override
    public Optional<Evse> remoteStart(OptionalInt wanted, Token token, OptionalInt number) {
        Optional<Evse> evse =
                cabinet.evses().stream()
                        .filter(one -> wanted.isEmpty() || one.id() == wanted.getAsInt())
                        .filter(one -> mayBegin(one, token))
                        .findFirst();
        // The order is answered before anything is said of what it does.
        evse.ifPresent(one ->
                cabinet.chores()
                        .in(
                                Duration.ZERO,
                                () -> charging.order(one, new Evse.Allowed(token, number))));
        return evse;
    }

    private static boolean mayBegin(Evse evse, Token token) {
        return switch (evse.state()) {
            case AVAILABLE, PREPARING, FINISHING -> evse.allowed().isEmpty();
            case RESERVED ->
                    evse.reservation()
                            .filter(booked -> booked.isFor(token, Optional.empty()))
                            .isPresent();
            default -> false;
        };
    }

    @Override
    public boolean remoteStop(Predicate<Charge> which) {
        Optional<Evse> evse =
                cabinet.evses().stream()
                        .filter(one -> one.charge().filter(which).isPresent())
                        .findFirst();
        evse.ifPresent(one ->
                cabinet.chores()
                        .in(Duration.ZERO, () -> end(one, Reason.REMOTE, Trigger.REMOTE_STOP)));
        return evse.isPresent();
    }

    private void end(Evse evse, Reason reason, Trigger trigger) {
        if (evse.charge().isPresent()) {
            charging.end(evse, reason, trigger, Optional.empty());
        }
    }

    @Override
    public Unlocking unlock(int id, boolean ends) {
        Optional<Evse> evse = cabinet.evse(id);
        if (evse.isEmpty()) {
            return Unlocking.UNKNOWN;
        }
        if (evse.get().charge().isPresent() && !ends) {
            return Unlocking.CHARGES;
        }
        cabinet.chores()
                .in(
                        Duration.ZERO,
                        () -> {
                            end(evse.get(), Reason.UNLOCK_COMMAND, Trigger.UNLOCK);
                            charging.unplug(evse.get());
                        });
        return Unlocking.UNLOCKED;
    }

    @Override
    public Availability operative(OptionalInt evse, boolean wanted) {
        return bookings.operative(evse, wanted);
    }

    @Override
    public Booking reserve(OptionalInt evse, Reservation reservation) {
        return bookings.reserve(evse, reservation);
    }

    @Override
    public boolean cancelReservation(int number) {
        return bookings.cancel(number);
    }

    @Override
    public void restart(Reason reason, String cause, boolean idle) {
        power.restart(reason, cause, idle);
    }

    @Override
    public int waiting() {
        return cabinet.calls().waiting();
    }

    @Override
    public void say(Say say) {
        cabinet.say(say);
    }

    @Override
    public void later(Duration delay, Runnable deed) {
        cabinet.chores().in(delay, deed);
    }

    private Stream<Evse> named(OptionalInt evse) {
        return cabinet.evses().stream()
                .filter(one -> evse.isEmpty() || one.id() == evse.getAsInt());
    }

    @Override
    public void tellStatus(OptionalInt evse) {
        named(evse).forEach(one -> cabinet.say(cabinet.dialect().status(one, cabinet.now())));
    }

    @Override
    public void tellMeter(OptionalInt evse) {
        named(evse)
                .forEach(one -> {
                    if (one.charge().isPresent()) {
                        charging.goesOn(one, Sample.Moment.ASKED, Trigger.ASKED);
                    } else {
                        cabinet.say(
                                cabinet.dialect()
                                        .shows(
                                                one.id(),
                                                sampling.sample(
                                                        one,
                                                        Sample.Moment.ASKED,
                                                        Optional.empty())));
                    }
                });
    }

    @Override
    public void tellBoot() {
        power.boot();
    }

    @Override
    public void installed(String firmware) {
        power.installed(firmware);
    }

    @Override
    public void tell(String sentence) {
        cabinet.tell(sentence);
    }
}
