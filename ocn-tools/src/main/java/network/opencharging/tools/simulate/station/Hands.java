package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.profile.Profile;
import network.opencharging.tools.simulate.profile.Profiles;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What can be wanted of a station, in the words of no version. */
public interface Hands {
    /** What it is. */
    Setting setting();

    /** All EVSEs. */
    List<Evse> evses();

    /** One. */
    default Optional<Evse> evse(int id) {
        return evses().stream().filter(evse -> evse.id() == id).findFirst();
    }

    /** What can be read and set. */
    Knobs knobs();

    /** Who may charge without being asked for. */
    LocalList list();

    /** How much may flow when. */
    Profiles profiles();

    /** What may flow from now on, at one EVSE or, with 0, at the whole station. */
    default List<Profile.Period> composite(int evse, Duration lasts) {
        Optional<Charge> charge = evse(evse).flatMap(Evse::charge);
        Profiles.Place place =
                new Profiles.Place(
                        evse,
                        charge.map(Charge::name),
                        charge.map(one -> one.start().at()).orElse(now()));
        return profiles().composite(place, now(), lasts, Evse.MOST_WATTS);
    }

    /** Tells a story of several steps, some seconds between them. */
    default void story(List<String> steps, Consumer<String> each) {
        Duration at = Duration.ZERO;
        for (String step : steps) {
            later(at, () -> each.accept(step));
            at = at.plusSeconds(5);
        }
    }

    /** The time as the station's clock shows it. */
    Instant now();

    /** Somebody is to charge there, at any EVSE that is free where none is named; which one. */
    Optional<Evse> remoteStart(OptionalInt evse, Token token, OptionalInt number);

    /** Ends a transaction; false when there is no such one. */
    boolean remoteStop(Predicate<Charge> which);

    /** What became of a wish to open a lock. */
    enum Unlocking {
        UNLOCKED,
        /** It charges, and is not opened (2.0.1); 1.6 ends what goes on before. */
        CHARGES,
        UNKNOWN
    }

    /**
     * Opens the lock.
     *
     * @param ends what goes on there is ended first
     */
    Unlocking unlock(int evse, boolean ends);

    /** What became of a wish that an EVSE is in use, or is not. */
    enum Availability {
        DONE,
        /** When what goes on is over. */
        SCHEDULED,
        UNKNOWN
    }

    /** Takes an EVSE, or all of them, into use or out of it. */
    Availability operative(OptionalInt evse, boolean wanted);

    /** What became of a wish to keep an EVSE free. */
    enum Booking {
        ACCEPTED,
        OCCUPIED,
        FAULTED,
        UNAVAILABLE,
        UNKNOWN
    }

    /** Keeps an EVSE free, or any of them. */
    Booking reserve(OptionalInt evse, Reservation reservation);

    /** Keeps it free no more; false when there is no such reservation. */
    boolean cancelReservation(int number);

    /**
     * Starts again.
     *
     * @param reason with which what goes on is ended
     * @param cause as 2.0.1 names it
     * @param idle only when nothing goes on any more
     */
    void restart(Reason reason, String cause, boolean idle);

    /** How many calls are still to be made or answered. */
    int waiting();

    /** Says something. */
    void say(Say say);

    /** Does something when so much of the station's time has passed. */
    void later(Duration delay, Runnable deed);

    /** Says how everything is, or how one EVSE is. */
    void tellStatus(OptionalInt evse);

    /** Says what meters show, or one of them. */
    void tellMeter(OptionalInt evse);

    /** Says that it starts, without starting. */
    void tellBoot();

    /** Takes what is installed from now on. */
    void installed(String firmware);

    /** Tells the person who looks on. */
    void tell(String sentence);
}
