package network.opencharging.tools.simulate.station;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Who is kept free for whom, and what is in use. */
final class Bookings {
    private final Cabinet cabinet;
    private final Charging charging;

    Bookings(Cabinet cabinet, Charging charging) {
        this.cabinet = cabinet;
        this.charging = charging;
    }

    Hands.Booking reserve(OptionalInt wanted, Reservation reservation) {
        cancel(reservation.number());
        Optional<Evse> evse =
                wanted.isPresent() && wanted.getAsInt() > 0
                        ? cabinet.evse(wanted.getAsInt())
                        : cabinet.evses().stream()
                                .filter(one -> one.state() == EvseState.AVAILABLE)
                                .findFirst()
                                .or(() -> cabinet.evses().stream().findFirst());
        if (evse.isEmpty()) {
            return Hands.Booking.UNKNOWN;
        }
        return switch (evse.get().state()) {
            case AVAILABLE -> {
                evse.get().reserve(Optional.of(reservation));
                charging.report(evse.get());
                expireLater(evse.get(), reservation);
                yield Hands.Booking.ACCEPTED;
            }
            case FAULTED -> Hands.Booking.FAULTED;
            case UNAVAILABLE -> Hands.Booking.UNAVAILABLE;
            default -> Hands.Booking.OCCUPIED;
        };
    }

    private void expireLater(Evse evse, Reservation reservation) {
        Duration left = Duration.between(cabinet.now(), reservation.until());
        cabinet.chores()
                .in(
                        left.isNegative() ? Duration.ZERO : left,
                        () -> {
                            if (evse.reservation().filter(reservation::equals).isPresent()) {
                                cabinet.tell(
                                        "reservation %d has expired"
                                                .formatted(reservation.number()));
                                evse.reserve(Optional.empty());
                                charging.report(evse);
                                cabinet.dialect()
                                        .expired(reservation.number())
                                        .ifPresent(cabinet::say);
                            }
                        });
    }

    boolean cancel(int number) {
        boolean found = false;
        for (Evse evse : cabinet.evses()) {
            if (evse.reservation().filter(booked -> booked.number() == number).isPresent()) {
                evse.reserve(Optional.empty());
                charging.report(evse);
                found = true;
            }
        }
        return found;
    }

    Hands.Availability operative(OptionalInt wanted, boolean inUse) {
        if (wanted.isPresent() && cabinet.evse(wanted.getAsInt()).isEmpty()) {
            return Hands.Availability.UNKNOWN;
        }
        Hands.Availability outcome = Hands.Availability.DONE;
        for (Evse evse : cabinet.evses()) {
            if (wanted.isEmpty() || wanted.getAsInt() == evse.id()) {
                boolean done = evse.operative(inUse);
                outcome = done ? outcome : Hands.Availability.SCHEDULED;
            }
        }
        return outcome;
    }
}
