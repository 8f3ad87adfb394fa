package network.opencharging.benchmarks;

import network.opencharging.benchmarks.place.Backend;
import network.opencharging.benchmarks.place.Postgres;
import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.report.Arrival;
import network.opencharging.benchmarks.report.Curves;
import network.opencharging.benchmarks.report.Page;
import network.opencharging.benchmarks.report.StationTables;
import network.opencharging.benchmarks.report.Talked;
import network.opencharging.benchmarks.stations.Fleet;
import network.opencharging.benchmarks.stations.Fleet.Rota;
import network.opencharging.benchmarks.stations.Kind;
import network.opencharging.benchmarks.stations.Timetable.Course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Charging stations at one backend with a PostgreSQL: {@code benchmarks/run-stations}. */
public final class Stations {
    private static final String PASSWORD = "of-all-these-stations";
    private static final String PLOT = "stations.svg";
    private static final int PACE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STARTS = Duration.ofSeconds(10);
    private static final List<Course> DAILY =
            List.of(
                    new Course(Kind.METER, Duration.ofMinutes(1).toNanos()),
                    new Course(Kind.HEARTBEAT, Duration.ofMinutes(5).toNanos()));

    private final StationOptions options;
    private final Postgres database;
    private final Backend backend;
    private final Fleet fleet;
    private final Meters meters;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Talked> talks = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();

    private Stations(StationOptions options, Postgres database, Backend backend, Fleet fleet) {
        this.options = options;
        this.database = database;
        this.backend = backend;
        this.fleet = fleet;
        this.meters = new Meters(backend, database);
    }

    /** Runs it; the options stand in docs/benchmarks.md. */
    public static void main(String[] arguments) throws Exception {
        StationOptions options = StationOptions.read(arguments);
        Path folder = Town.folder();
        System.out.println("files go to " + folder);
        try (Postgres database = Postgres.start(folder.resolve("postgres"));
                Backend backend =
                        Backend.start(
                                new Backend.Plan(
                                        options.home(),
                                        folder.resolve("cpo"),
                                        options.jvm(),
                                        database,
                                        List.of()))) {
            Roster.write(database.source(), options.stations(), PASSWORD, backend.stationsKey());
            try (Fleet fleet =
                    new Fleet(options.stations(), backend.port(), PASSWORD, Clock.systemUTC())) {
                new Stations(options, database, backend, fleet).run();
            }
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, SQLException {
        arrive(
                "first connection",
                () -> {
                    fleet.open(PACE);
                    return Duration.ZERO;
                });
        if (options.wants("steady")) {
            steady();
        }
        if (options.wants("saturation")) {
            saturation();
        }
        if (options.wants("restart")) {
            restarts();
        }
        String section = section();
        System.out.println(section);
        if (!options.page().isEmpty()) {
            Path page = options.home().resolve(options.page());
            Page.write(page, "stations", section);
            Files.writeString(page.resolveSibling("img").resolve(PLOT), Curves.draw(arrivals));
        }
    }

    private void steady() throws IOException, InterruptedException, SQLException {
        talk(
                "all begin to charge within 10 s",
                () -> fleet.offer(List.of(new Course(Kind.START, STARTS.toNanos())), STARTS));
        talk(
                "a meter value a minute, a heartbeat every five",
                () -> fleet.offer(DAILY, options.steady()));
        talk(
                "all cease within 10 s",
                () -> fleet.offer(List.of(new Course(Kind.STOP, STARTS.toNanos())), STARTS));
        check("after that");
        checks.add(
                "%,d stations connected, after a collection: %d MiB of live objects, %d MiB of memory in all"
                        .formatted(
                                fleet.connected(),
                                backend.liveMemory().orElse(0L),
                                backend.process().memory()));
    }

    private void saturation() throws IOException, InterruptedException, SQLException {
        fleet.press(Rota.LIGHT, options.crowd(), options.warm());
        talk(
                "heartbeats, states, meter values without a pause",
                () -> fleet.press(Rota.LIGHT, options.crowd(), options.pressed()));
        check("after light saturation");
        fleet.press(Rota.TRANSACTIONS, options.crowd(), options.warm());
        talk(
                "transactions without a pause",
                () -> fleet.press(Rota.TRANSACTIONS, options.crowd(), options.pressed()));
        check("after transactions");
    }

    private void restarts() throws IOException, InterruptedException, SQLException {
        arrive("stopped and started", () -> backend.restart(true));
        fleet.startPressing(Rota.TRANSACTIONS, options.crowd());
        Thread.sleep(options.warm());
        arrive(
                "killed amid transactions and started",
                () -> {
                    Duration ended = backend.restart(false);
                    fleet.stopPressing();
                    return ended;
                });
        fleet.awaitQuiet(PATIENCE);
        check("after the kill");
    }

    /** What all stations come upon. */
    private interface Occasion {
        /** Lets it happen, and tells how long the former process took to end. */
        Duration happen() throws IOException, InterruptedException;
    }

    private void arrive(String title, Occasion occasion) throws IOException, InterruptedException {
        Map<String, Long> before = fleet.ends();
        long arrived = fleet.arrivals();
        long begun = System.nanoTime();
        double ended = occasion.happen().toMillis() / 1e3;
        List<Arrival.Point> curve = new ArrayList<>();
        double ready = 0;
        while (fleet.back() < fleet.size() || fleet.arrivals() < arrived + fleet.size()) {
            double second = since(begun);
            curve.add(new Arrival.Point(second, fleet.back()));
            ready = fleet.connected() == 0 ? second : ready;
            if (second > PATIENCE.toSeconds()) {
                throw new IOException("%d are back; %s".formatted(fleet.back(), fleet.ends()));
            }
            Thread.sleep(LOOK);
        }
        Map<String, Long> ends = new TreeMap<>(fleet.ends());
        before.forEach((why, times) -> ends.merge(why, -times, Long::sum));
        ends.values().removeIf(times -> times == 0);
        curve.add(new Arrival.Point(since(begun), fleet.size()));
        Arrival arrival = new Arrival(title, ended, ready, since(begun), curve, ends);
        arrivals.add(arrival);
        say(
                "%s: %.1f s, the former gone after %.1f s, the first there after %.1f s; %s"
                        .formatted(title, arrival.seconds(), ended, ready, ends));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void talk(String title, Meters.Talking talking)
            throws IOException, InterruptedException {
        Talked talked = meters.measure(title, talking);
        talks.add(talked);
        say(title + ": " + talked);
    }

    private void check(String when) throws IOException, InterruptedException, SQLException {
        Kept.Found found = new Kept(database.source()).check(fleet.accounts());
        String wrong =
                found.wrong().isEmpty()
                        ? "all that was acknowledged is there, nothing twice"
                        : "%d wrong: %s"
                                .formatted(
                                        found.wrong().size(),
                                        found.wrong().stream().limit(5).toList());
        String line =
                "%s: %,d meter values, %,d transactions (%,d ended), %,d messages in the log; %s"
                        .formatted(
                                when,
                                found.meters(),
                                found.begun(),
                                found.ended(),
                                found.messages(),
                                wrong);
        checks.add(line);
        say(line);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private String section() throws IOException {
        return "Measured on %s: %s, the backend with `%s`, PostgreSQL, the stations and the backend on the same cores.%n%n"
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                Machine.processors(),
                                String.join(" ", options.jvm()))
                + StationTables.arrivals(arrivals, PLOT, options.stations())
                + StationTables.talks(talks)
                + StationTables.list("What the database holds", checks);
    }
}
