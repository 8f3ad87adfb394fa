package network.opencharging.bridge.tariff;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/**
 * When an element applies: at every moment at which all of these hold (OCPI 2.2.1 §11.4.6). They
 * say nothing about the session as a whole.
 *
 * @param calendar time of day, dates and days of the week
 * @param energy Wh since the session began
 * @param current mA at the moment
 * @param power W at the moment
 * @param duration seconds since the session began; in a reservation's element, since the
 *     reservation began
 * @param reservation present: the element describes a reservation
 */
public record Restrictions(
        CalendarWindow calendar,
        Bounds energy,
        Bounds current,
        Bounds power,
        Bounds duration,
        Optional<ReservationKind> reservation) {

    /** Applies at every moment. */
    public static final Restrictions NONE =
            new Restrictions(
                    CalendarWindow.ALWAYS,
                    Bounds.NONE,
                    Bounds.NONE,
                    Bounds.NONE,
                    Bounds.NONE,
                    Optional.empty());

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException when a reservation is restricted by energy, current or power
     */
    public Restrictions {
        boolean electric = !energy.isNone() || !current.isNone() || !power.isNone();
        if (reservation.isPresent() && electric) {
            throw new IllegalArgumentException(
                    "a reservation has no energy, current or power to restrict it by");
        }
    }

    /** These, and the time of day. */
    public Restrictions within(Hours window) {
        return on(new CalendarWindow(window, calendar.dates(), calendar.days()));
    }

    /** These, and the dates. */
    public Restrictions on(Dates range) {
        return on(new CalendarWindow(calendar.hours(), range, calendar.days()));
    }

    /** These, and the days of the week. */
    public Restrictions on(Set<DayOfWeek> someDays) {
        return on(new CalendarWindow(calendar.hours(), calendar.dates(), someDays));
    }

    private Restrictions on(CalendarWindow window) {
        return new Restrictions(window, energy, current, power, duration, reservation);
    }

    /** These, and the energy since the session began, in Wh. */
    public Restrictions energy(Bounds wattHours) {
        return new Restrictions(calendar, wattHours, current, power, duration, reservation);
    }

    /** These, and the momentary current in mA. */
    public Restrictions current(Bounds milliamperes) {
        return new Restrictions(calendar, energy, milliamperes, power, duration, reservation);
    }

    /** These, and the momentary power in W. */
    public Restrictions power(Bounds watts) {
        return new Restrictions(calendar, energy, current, watts, duration, reservation);
    }

    /** These, and the time since the session began, in seconds. */
    public Restrictions duration(Bounds seconds) {
        return new Restrictions(calendar, energy, current, power, seconds, reservation);
    }

    /** These, for reservations. */
    public Restrictions forReservation(ReservationKind kind) {
        return new Restrictions(calendar, energy, current, power, duration, Optional.of(kind));
    }

    /** Whether all of these hold at the moment; the reservation is not looked at. */
    boolean hold(Moment moment) {
        return energy.contains(moment.energy)
                && duration.contains(moment.duration)
                && power.contains(moment.power)
                && (current.isNone() || current.contains(moment.current))
                && calendar.contains(moment);
    }

    /** Whether these hold at every moment at which {@code other} holds. */
    boolean cover(Restrictions other) {
        return reservation.equals(other.reservation)
                && calendar.covers(other.calendar)
                && energy.covers(other.energy)
                && current.covers(other.current)
                && power.covers(other.power)
                && duration.covers(other.duration);
    }
}
