package network.opencharging.benchmarks.stations;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** All stations, for whoever lets them speak: everything of theirs is on a thread of their own. */
public final class Fleet implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long TICK_MILLIS = 1;
    private static final long SECOND_MICROS = 1_000_000;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Talk talk;
    private final Lines lines;

    /**
     * Of so many stations.
     *
     * @param port where they connect
     * @param password of all of them
     */
    public Fleet(int many, int port, String password, Clock clock) {
        this.talk = new Talk(many, new Station.Times(clock, System::nanoTime));
        this.lines = new Lines(loop, many, port, password);
    }

    /** What the station of that number is called, from 0. */
    public static String name(int number) {
        return Station.name(number);
    }

    /** The card of whoever charges at that station. */
    public static String tag(int number) {
        return Station.tag(number);
    }

    /** Which messages stations send one after the other, as fast as they are answered. */
    public enum Rota {
        /** Heartbeat, state, meter values. */
        LIGHT,
        /** Transactions from their beginning to their end. */
        TRANSACTIONS
    }

    /** All of them begin to connect, so many a second. */
    public void open(int perSecond) {
        for (Station station : talk.stations()) {
            lines.dialIn(station, station.number() * SECOND_MICROS / perSecond);
        }
    }

    /** How many are connected. */
    public int connected() {
        return lines.connected();
    }

    /** How many are connected and were answered. */
    public int back() {
        return talk.back();
    }

    /** How often a station has come back so far. */
    public long arrivals() {
        return talk.arrivals();
    }

    /** How many there are. */
    public int size() {
        return talk.stations().size();
    }

    /** Why connections ended or were refused so far, and how often. */
    public Map<String, Long> ends() throws IOException, InterruptedException {
        return asked(lines::ends);
    }

    /** Lets the timetable run for so long and returns when nothing is open any more. */
    public Seen offer(List<Timetable.Course> courses, Duration time)
            throws IOException, InterruptedException {
        long begun =
                asked(() -> {
                    talk.begin();
                    return System.nanoTime();
                });
        Timetable table = new Timetable(size(), courses);
        Future<?> ticks =
                loop.scheduleAtFixedRate(
                        () -> tick(table, begun, time), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        Thread.sleep(time.plusMillis(2 * TICK_MILLIS));
        awaitQuiet(PATIENCE);
        ticks.cancel(false);
        return asked(() -> talk.until(begun + time.toNanos()));
    }

    private void tick(Timetable table, long begun, Duration time) {
        long now = Math.min(System.nanoTime() - begun, time.toNanos() - 1);
        table.giveUntil(
                now, (station, kind, at) -> talk.stations().get(station).due(kind, begun + at));
    }

    /**
     * The first so many always have one call open, for so long; what then is open is not counted.
     */
    public Seen press(Rota rota, int crowd, Duration time)
            throws IOException, InterruptedException {
        startPressing(rota, crowd);
        Thread.sleep(time);
        Seen seen = stopPressing();
        awaitQuiet(PATIENCE);
        return seen;
    }

    /** The first so many always have one call open from now on. */
    public void startPressing(Rota rota, int crowd) throws IOException, InterruptedException {
        Function<Station, Kind> next =
                rota == Rota.LIGHT ? lightOnes() : Station::nextOfTransactions;
        asked(() -> {
            talk.press(crowd, next);
            return crowd;
        });
    }

    private static Function<Station, Kind> lightOnes() {
        Kind[] rota = {Kind.HEARTBEAT, Kind.STATUS, Kind.METER};
        int[] count = new int[1];
        return _ -> rota[count[0]++ % rota.length];
    }

    /** Nobody says anything new; what is open stays open and is not counted. */
    public Seen stopPressing() throws IOException, InterruptedException {
        return asked(() -> {
            talk.release();
            return talk.until(System.nanoTime());
        });
    }

    /** Waits until all are connected and answered. */
    public void awaitBack(Duration patience) throws IOException, InterruptedException {
        await(() -> talk.back() == size(), patience);
    }

    /** Waits until nothing is open any more. */
    public void awaitQuiet(Duration patience) throws IOException, InterruptedException {
        await(() -> asked(talk::isQuiet), patience);
    }

    /** Asks again and again. */
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(Condition condition, Duration patience)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        "%d connected, %d answered after %s; connections ended: %s"
                                .formatted(connected(), back(), patience, ends()));
            }
            Thread.sleep(LOOK);
        }
    }

    /** What all of them have said, and what was acknowledged. */
    public List<Account> accounts() throws IOException, InterruptedException {
        return asked(() -> talk.stations().stream().map(Station::account).toList());
    }

    private <T> T asked(Callable<T> question) throws IOException, InterruptedException {
        try {
            return loop.submit(question).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    @Override
    public void close() {
        var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
