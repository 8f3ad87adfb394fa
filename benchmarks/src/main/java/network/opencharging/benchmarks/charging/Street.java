package network.opencharging.benchmarks.charging;

import network.opencharging.tools.local.Cast;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.party.BridgedEmsp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Stations at which an eMSP's drivers charge, one after the other: each for a minute to two, with a
 * meter value every ten seconds.
 */
public final class Street implements AutoCloseable {
    private static final Duration METER = Duration.ofSeconds(10);
    private static final int SHORTEST = 6;
    private static final int LONGEST = 12;
    private static final int WATT_HOURS = 30;
    private final BridgedEmsp emsp;
    private final URI stations;
    private final int number;
    private final Watch watch;
    private final Thread watching;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch closed;

    /** Whoever disconnects before the eMSP has seen that his place is free makes it unknown. */
    private final CountDownLatch told = new CountDownLatch(1);

    /**
     * @param stations where they connect
     * @param number how many there are
     */
    public Street(BridgedEmsp emsp, URI stations, int number) {
        this.emsp = emsp;
        this.stations = stations;
        this.number = number;
        this.watch = new Watch(emsp.received());
        this.watching = Thread.ofPlatform().daemon().name("watch").start(watch);
        this.closed = new CountDownLatch(number);
    }

    /** What the location of a station is called, and the station. */
    public static String name(int number) {
        return "B%04d".formatted(number);
    }

    /** Lets all of them begin to charge within that time. */
    public void opens(Duration within) {
        HttpClient client = HttpClient.newHttpClient();
        IntStream.range(0, number)
                .forEach(one ->
                        Thread.startVirtualThread(() ->
                                lives(client, one, within.multipliedBy(one).dividedBy(number))));
    }

    private void lives(HttpClient client, int number, Duration later) {
        SplittableRandom random = new SplittableRandom(number);
        String name = name(number);
        try (Box box = new Box(client, URI.create(stations + "/" + name), Clock.systemUTC())) {
            box.boots();
            box.is("Available");
            boolean goesOn = !waits(later);
            for (int charge = 0; goesOn; charge++) {
                int values = random.nextInt(SHORTEST, LONGEST + 1);
                goesOn = charges(box, name, name + "-" + charge, values);
            }
            closed.countDown();
            told.await();
        } catch (IOException e) {
            failures.add(name + ": " + e.getMessage());
            closed.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the street closes meanwhile. */
    private boolean waits(Duration time) throws InterruptedException {
        return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean charges(Box box, String location, String request, int values)
            throws IOException, InterruptedException {
        var answer = emsp.startSession(Cast.ALICE.party(), request, Tokens.CARD, location, "E1");
        if (answer.value().filter(said -> said.result().value().equals("ACCEPTED")).isEmpty()) {
            throw new IOException("no start: " + answer.words());
        }
        String tag = box.awaitsStart();
        watch.happens(What.SESSION, location, "ACTIVE");
        int transaction = box.begins(tag, 0);
        watch.happens(What.EVSE, location, "CHARGING");
        box.is("Charging");
        running.incrementAndGet();
        boolean closes = false;
        int value = 0;
        while (value < values && !closes) {
            closes = waits(METER);
            box.meters(transaction, ++value * (long) WATT_HOURS);
        }
        running.decrementAndGet();
        watch.happens(What.SESSION, location, "COMPLETED");
        watch.happens(What.CDR, location, "");
        box.ends(transaction, ++value * (long) WATT_HOURS);
        watch.happens(What.EVSE, location, "AVAILABLE");
        box.is("Available");
        ended.incrementAndGet();
        // The next driver comes when the place is seen to be free.
        return !waits(Duration.ofSeconds(1)) && !closes;
    }

    /** How many charge now. */
    public int running() {
        return running.get();
    }

    /** How many sessions have ended. */
    public int ended() {
        return ended.get();
    }

    /** How many CDRs the eMSP has. */
    public int cdrs() {
        return emsp.received().cdrs().all().size();
    }

    /** What went wrong. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** What was measured so far does not count. */
    public void forget() {
        watch.forget();
    }

    /** How soon the eMSP knew. */
    public List<Known> results() {
        return watch.results();
    }

    /** All end, and the eMSP learns of it; whether that was within that time. */
    public boolean closes(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        closing.countDown();
        boolean quiet = closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        while (watch.open() > 0 && System.nanoTime() < until) {
            Thread.sleep(Duration.ofMillis(100));
        }
        told.countDown();
        return quiet && watch.open() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        told.countDown();
        watching.interrupt();
    }
}
