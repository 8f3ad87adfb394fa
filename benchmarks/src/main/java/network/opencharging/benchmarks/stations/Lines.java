package network.opencharging.benchmarks.stations;

import io.netty.channel.EventLoop;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The connections of all stations. One that ends is made again: after a second at the earliest and,
 * the more often that came to nothing, after eight at the latest, each at a moment of its own.
 */
// Timers run or are ended with the loop: nobody waits for their futures.
@SuppressWarnings("FutureReturnValueIgnored")
final class Lines implements Dialer.Watch {
    private static final long SOONEST_MILLIS = 1_000;
    private static final long LATEST_MILLIS = 8_000;
    private static final long SEED = 20_261_128;

    private final EventLoop loop;
    private final Dialer dialer;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final AtomicInteger connected = new AtomicInteger();
    private final boolean[] open;
    private final int[] failures;
    private final Map<String, Long> ends = new TreeMap<>();

    /**
     * @param port where they connect
     * @param password of all of them
     */
    Lines(EventLoop loop, int stations, int port, String password) {
        this.loop = loop;
        this.open = new boolean[stations];
        this.failures = new int[stations];
        this.dialer = new Dialer(loop, port, password, this);
    }

    void dialIn(Station station, long micros) {
        loop.schedule(() -> dialer.dial(station), micros, TimeUnit.MICROSECONDS);
    }

    int connected() {
        return connected.get();
    }

    /** Why connections ended or were refused so far, and how often. */
    Map<String, Long> ends() {
        return Map.copyOf(ends);
    }

    @Override
    public void opened(Station station, Wire wire) {
        connected.incrementAndGet();
        open[station.number()] = true;
        failures[station.number()] = 0;
        station.connected(wire);
    }

    @Override
    public void gone(Station station, String why) {
        int number = station.number();
        ends.merge(why, 1L, Long::sum);
        if (open[number]) {
            open[number] = false;
            connected.decrementAndGet();
            station.broke();
        }
        failures[number]++;
        long latest = Math.min(LATEST_MILLIS, SOONEST_MILLIS << Math.min(failures[number], 3));
        if (!loop.isShuttingDown()) {
            dialIn(station, random.nextLong(SOONEST_MILLIS, latest + 1) * 1_000);
        }
    }
}
