package network.opencharging.bridge.tariff;

import static network.opencharging.bridge.tariff.Tariffs.always;
import static network.opencharging.bridge.tariff.Tariffs.eur;
import static network.opencharging.bridge.tariff.Tariffs.fee;
import static network.opencharging.bridge.tariff.Tariffs.parking;
import static network.opencharging.bridge.tariff.Tariffs.perHour;
import static network.opencharging.bridge.tariff.Tariffs.perKwh;
import static network.opencharging.bridge.tariff.Tariffs.tariff;
import static network.opencharging.bridge.tariff.Tariffs.when;

import network.opencharging.bridge.tariff.Period.Charging;
import network.opencharging.bridge.tariff.Period.Parked;
import network.opencharging.bridge.unit.WattHours;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How many charges of 20 periods one core rates in a second; the goal is 50,000. Not a test: run
 * the main method, it needs nothing but this module's classes.
 */
final class RatingBenchmark {
    private static final int HISTORIES = 1_000;
    private static final int PERIODS = 20;
    private static final int ROUNDS = 10;
    private static final long ROUND_NANOS = 2_000_000_000L;

    /** This thread's time on a core, so that a busy machine does not spoil the figure. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private RatingBenchmark() {}

    /** Prints one line per round; the first rounds warm up. */
    public static void main(String[] arguments) {
        Rating rating = Rating.of(rich(), ZoneId.of("Europe/Vienna"));
        List<ChargingHistory> histories = histories();
        long lines = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            long rated = 0;
            long periods = 0;
            long begin = CPU.getCurrentThreadCpuTime();
            long now = begin;
            while (now - begin < ROUND_NANOS) {
                for (ChargingHistory history : histories) {
                    Rated result = rating.rate(history);
                    periods += result.periods().size();
                    lines += result.total().exclVat().signum();
                }
                rated += histories.size();
                now = CPU.getCurrentThreadCpuTime();
            }
            System.out.printf(
                    "round %d: %,d charges a second, %.1f periods each after cutting%n",
                    round, rated * 1_000_000_000L / (now - begin), (double) periods / rated);
        }
        System.out.printf("(%d charges cost something)%n", lines);
    }

    /** Everything at once: overnight window, week-end, energy, power, duration, parking, limits. */
    private static Tariff rich() {
        Hours night = new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0));
        Set<DayOfWeek> weekEnd = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        return tariff(
                new PriceLimits(
                        Optional.of(eur("0.50", "0.60")), Optional.of(eur("60.00", "72.00"))),
                when(Restrictions.NONE.within(night), perKwh("0.29", "20", 1)),
                when(Restrictions.NONE.on(weekEnd), perKwh("0.33", "20", 1)),
                when(Restrictions.NONE.energy(Bounds.lessThan(20_000)), perKwh("0.39", "20", 1)),
                when(
                        Restrictions.NONE.duration(Bounds.atLeast(4 * 3_600)),
                        perHour("1.20", "20", 60),
                        parking("6.00", "20", 60)),
                when(Restrictions.NONE.power(Bounds.atLeast(40_000)), perHour("0.60", "20", 60)),
                always(fee("0.50", "20"), perKwh("0.45", "20", 1), parking("3.00", "20", 300)));
    }

    private static List<ChargingHistory> histories() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<ChargingHistory> histories = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            Instant start = Instant.ofEpochSecond(1_780_000_000L + random.nextInt(30_000_000));
            Instant at = start;
            List<Period> periods = new ArrayList<>();
            for (int j = 0; j < PERIODS; j++) {
                long seconds = 900 + random.nextLong(60);
                at = at.plusSeconds(seconds);
                periods.add(
                        j < PERIODS - 3
                                ? Charging.of(
                                        at, new WattHours(seconds * random.nextInt(1, 50) / 4))
                                : new Parked(at));
            }
            histories.add(new ChargingHistory(start, periods));
        }
        return histories;
    }
}
