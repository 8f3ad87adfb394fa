package network.opencharging.bridge.tariff;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.tariff.Period.Reserved;
import network.opencharging.bridge.unit.Milliamperes;
import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.Watts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Rates charges by one tariff at locations of one time zone: a pure function, the same for the live
 * cost (a history that is not over yet), the CDR and a preview (a history that is only imagined).
 *
 * <p>The tariff with which the session began is kept to its end, whatever {@link Tariff#validity()}
 * says (OCPI 2.2.1 §11.3.1: the driver accepted that one). Safe for use by many threads.
 */
public final class Rating {
    private final Tariff tariff;
    private final ZoneId zone;
    private final PricePlan session;
    private final PricePlan reservation;
    private final PricePlan expiredReservation;

    private Rating(
            Tariff tariff,
            ZoneId zone,
            PricePlan session,
            PricePlan reservation,
            PricePlan expiredReservation) {
        this.tariff = tariff;
        this.zone = zone;
        this.session = session;
        this.reservation = reservation;
        this.expiredReservation = expiredReservation;
    }

    /** A rating by {@code tariff} where the wall clock shows the time of {@code zone}. */
    public static Rating of(Tariff tariff, ZoneId zone) {
        List<Choice> forSession = new ArrayList<>();
        List<Choice> forReservation = new ArrayList<>();
        List<Choice> forExpired = new ArrayList<>();
        for (int i = 0; i < tariff.prices().elements().size(); i++) {
            TariffElement element = tariff.prices().elements().get(i);
            List<Choice> into =
                    switch (element.restrictions().reservation().orElse(null)) {
                        case null -> forSession;
                        case RESERVATION -> forReservation;
                        case RESERVATION_EXPIRES -> forExpired;
                    };
            for (PriceComponent component : element.components()) {
                into.add(Choice.of(i, element, component));
            }
        }
        // What a reservation costs that expires is looked for there first (§11.4.3).
        forExpired.addAll(forReservation);
        return new Rating(
                tariff,
                zone,
                PricePlan.of(forSession),
                PricePlan.of(forReservation),
                PricePlan.of(forExpired));
    }

    /** The history with its price. */
    public Rated rate(ChargingHistory history) {
        List<OpenPeriod> periods = new ArrayList<>(history.periods().size() + 4);
        boolean charged = walk(history, periods);
        Steps.complete(periods);
        CostSheet sheet = new CostSheet(tariff.prices());
        List<RatedPeriod> rated = new ArrayList<>(periods.size());
        for (OpenPeriod period : periods) {
            rated.add(sheet.close(period));
        }
        var costs = sheet.costs();
        Money subtotal = sheet.zero();
        for (Money cost : costs.values()) {
            subtotal = subtotal.plus(cost);
        }
        Money total = charged ? tariff.prices().limits().limit(subtotal) : subtotal;
        return new Rated(tariff, zone, rated, costs, subtotal, total);
    }

    /** Returns whether there was a session at all, and not only a reservation. */
    private boolean walk(ChargingHistory history, List<OpenPeriod> periods) {
        long from = history.start().getEpochSecond();
        SessionWalk walk = null;
        for (Period period : history.periods()) {
            long until = period.until().getEpochSecond();
            if (period instanceof Reserved reserved) {
                boolean expired = reserved.end() == ReservationEnd.EXPIRED;
                new SessionWalk(
                                expired ? expiredReservation : reservation,
                                zone.getRules(),
                                from,
                                periods)
                        .through(new Stretch(Activity.RESERVED, from, until, 0), 0, 0);
            } else {
                if (walk == null) {
                    walk = new SessionWalk(session, zone.getRules(), from, periods);
                }
                pass(walk, from, period);
            }
            from = until;
        }
        return walk != null;
    }

    private static void pass(SessionWalk walk, long from, Period period) {
        long until = period.until().getEpochSecond();
        switch (period) {
            case Charging charging -> {
                Stretch stretch =
                        new Stretch(Activity.CHARGING, from, until, charging.energy().value());
                walk.through(
                        stretch,
                        charging.power().map(Watts::value).orElseGet(stretch::meanPower),
                        charging.current().map(Milliamperes::value).orElse(Moment.UNKNOWN));
            }
            case Parked _ -> walk.through(new Stretch(Activity.PARKED, from, until, 0), 0, 0);
            case Reserved _ -> throw new IllegalStateException("a reservation is walked alone");
        }
    }
}
