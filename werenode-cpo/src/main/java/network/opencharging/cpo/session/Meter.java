package network.opencharging.cpo.session;

import network.opencharging.bridge.metering.Reading;
import network.opencharging.bridge.metering.ReadingSeries;
import network.opencharging.bridge.tariff.ChargingHistory;
import network.opencharging.bridge.tariff.MeterPoint;
import network.opencharging.bridge.tariff.MeterTimeline;
import network.opencharging.bridge.tariff.Period;
import network.opencharging.bridge.tariff.ReservationEnd;
import network.opencharging.bridge.unit.WattHours;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the meter said in the course of a session. Points that lie closer than a minute, or than a
 * thousandth of the session, are put together as long as energy flows in both or in neither.
 *
 * @param points the first is the beginning; empty where there is no meter
 * @param evidence the first and the newest document that the meter signed
 */
public record Meter(List<MeterPoint> points, List<String> evidence) {
    /** Nothing was said yet. */
    public static final Meter SILENT = new Meter(List.of(), List.of());

    private static final long FINEST = 60;
    private static final long PARTS = 1_000;
    private static final int MOST_EVIDENCE = 2;

    /** Copies the lists. */
    public Meter {
        points = List.copyOf(points);
        evidence = List.copyOf(evidence);
    }

    /** What became of a reading. */
    sealed interface Step {
        /** It counts. */
        record Taken(Meter meter) implements Step {}

        /** It is one that is known. */
        record Known() implements Step {}

        /** It cannot be true. */
        record Refused(String why) implements Step {}
    }

    Meter begin(Instant at, WattHours register) {
        return new Meter(List.of(MeterPoint.of(at, register)), evidence);
    }

    /**
     * The reading added, or why not. What it says of energy before {@code began} is not counted.
     */
    Step read(Instant began, Reading reading) {
        if (points.isEmpty()) {
            return new Step.Taken(begin(began, reading.register()).with(reading));
        }
        MeterPoint last = points.getLast();
        ReadingSeries series =
                new ReadingSeries(Optional.of(new Reading(last.at(), last.register())));
        return switch (series.add(reading)) {
            case ReadingSeries.Taken _ -> new Step.Taken(with(reading));
            case ReadingSeries.Repeated() -> new Step.Known();
            case ReadingSeries.Late(Reading newest) ->
                    new Step.Refused(
                            "a reading of %s came after that of %s"
                                    .formatted(reading.at(), newest.at()));
            case ReadingSeries.Fell(Reading newest) ->
                    new Step.Refused(
                            "the meter went back from %s to %s; %s counts"
                                    .formatted(
                                            newest.register(),
                                            reading.register(),
                                            newest.register()));
        };
    }

    private Meter with(Reading reading) {
        MeterPoint fresh = MeterPoint.of(reading.at(), reading.register());
        List<MeterPoint> longer = new ArrayList<>(points);
        if (isMore(fresh)) {
            longer.removeLast();
        }
        longer.add(fresh);
        return new Meter(longer, evidence);
    }

    /** Whether the last point and the fresh one can be one. */
    private boolean isMore(MeterPoint fresh) {
        if (points.size() < 2) {
            return false;
        }
        MeterPoint last = points.getLast();
        MeterPoint before = points.get(points.size() - 2);
        boolean flowed = last.register().compareTo(before.register()) > 0;
        boolean flows = fresh.register().compareTo(last.register()) > 0;
        long whole = Duration.between(points.getFirst().at(), fresh.at()).toSeconds();
        long stretch = Duration.between(before.at(), fresh.at()).toSeconds();
        return flowed == flows && stretch <= Math.max(FINEST, whole / PARTS);
    }

    Meter signed(String document) {
        List<String> kept = new ArrayList<>(evidence);
        if (kept.contains(document)) {
            return this;
        }
        if (kept.size() == MOST_EVIDENCE) {
            kept.removeLast();
        }
        kept.add(document);
        return new Meter(points, kept);
    }

    /** What was taken so far. */
    public WattHours energy() {
        return points.isEmpty()
                ? WattHours.ZERO
                : points.getLast().register().since(points.getFirst().register());
    }

    /** The newest register. */
    public Optional<WattHours> register() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast().register());
    }

    /** When it last spoke. */
    public Optional<Instant> newest() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast().at());
    }

    /** What happened from the reservation, or the beginning, until a moment, for the bill. */
    public ChargingHistory history(Optional<Instant> reserved, Instant began, Instant until) {
        Instant start = second(began);
        Instant last = second(until);
        Instant end = last.isAfter(start) ? last : start.plusSeconds(1);
        ChargingHistory charged =
                points.isEmpty()
                        ? new ChargingHistory(
                                start, List.of(Period.Charging.of(end, WattHours.ZERO)))
                        : metered(end);
        Optional<Instant> kept = reserved.map(Meter::second).filter(start::isAfter);
        if (kept.isEmpty()) {
            return charged;
        }
        List<Period> periods = new ArrayList<>();
        periods.add(new Period.Reserved(start, ReservationEnd.USED));
        periods.addAll(charged.periods());
        return new ChargingHistory(kept.get(), periods);
    }

    /** Without a word since its newest point, a meter stood still. */
    private ChargingHistory metered(Instant end) {
        List<MeterPoint> all = new ArrayList<>(points);
        MeterPoint last = points.getLast();
        if (end.isAfter(second(last.at()))) {
            all.add(MeterPoint.of(end, last.register()));
        }
        return MeterTimeline.history(all);
    }

    private static Instant second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
