package network.opencharging.cpo.cdr;

import network.opencharging.bridge.tariff.Rated;
import network.opencharging.bridge.tariff.RatedPeriod;

import java.util.ArrayList;
import java.util.List;

/** Makes the bill of a CDR out of a rated charge. */
public final class CdrWriter {
    private CdrWriter() {}

    /** The bill: periods as they were cut, volumes and sums that agree with one another. */
    public static CdrBill bill(Rated rated) {
        Hours charging = new Hours();
        Hours parked = new Hours();
        Hours reserved = new Hours();
        List<CdrPeriod> periods = new ArrayList<>(rated.periods().size());
        for (RatedPeriod period : rated.periods()) {
            long seconds = period.seconds();
            List<CdrDimension> dimensions =
                    switch (period.activity()) {
                        case CHARGING ->
                                List.of(
                                        new CdrDimension(
                                                CdrDimension.Type.ENERGY,
                                                period.energy().kilowattHours()),
                                        new CdrDimension(
                                                CdrDimension.Type.TIME, charging.add(seconds)));
                        case PARKED ->
                                List.of(
                                        new CdrDimension(
                                                CdrDimension.Type.PARKING_TIME,
                                                parked.add(seconds)));
                        case RESERVED ->
                                List.of(
                                        new CdrDimension(
                                                CdrDimension.Type.RESERVATION_TIME,
                                                reserved.add(seconds)));
                    };
            periods.add(new CdrPeriod(period.start(), dimensions));
        }
        CdrVolumes volumes =
                new CdrVolumes(
                        rated.periods().getFirst().start(),
                        rated.periods().getLast().end(),
                        rated.energy(),
                        charging.total().add(parked.total()),
                        parked.total());
        return new CdrBill(rated.tariff(), periods, volumes, rated.costs(), rated.total());
    }
}
