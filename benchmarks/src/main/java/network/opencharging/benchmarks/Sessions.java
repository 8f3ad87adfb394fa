package network.opencharging.benchmarks;

import network.opencharging.benchmarks.charging.Known;
import network.opencharging.benchmarks.charging.Street;
import network.opencharging.benchmarks.place.Postgres;
import network.opencharging.benchmarks.place.Roaming;
import network.opencharging.benchmarks.place.Running;
import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.report.Page;
import network.opencharging.benchmarks.report.SessionTable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions of an eMSP at another node, many at once: {@code benchmarks/run-sessions}. */
public final class Sessions {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private final SessionOptions options;
    private final Postgres database;
    private final Roaming roaming;
    private final Street street;
    private final List<SessionTable.Row> rows = new ArrayList<>();
    private int least = Integer.MAX_VALUE;

    private Sessions(SessionOptions options, Postgres database, Roaming roaming, Street street) {
        this.options = options;
        this.database = database;
        this.roaming = roaming;
        this.street = street;
    }

    /** Runs it; the options stand in docs/benchmarks.md. */
    public static void main(String[] arguments) throws Exception {
        SessionOptions options = SessionOptions.read(arguments);
        Path folder = Town.folder();
        System.out.println("files go to " + folder);
        try (Postgres database = Postgres.start(folder.resolve("postgres"));
                Roaming roaming = Roaming.start(options.home(), folder, options.jvm(), database);
                Street street =
                        new Street(roaming.emsp(), roaming.stations(), options.stations())) {
            new Sessions(options, database, roaming, street).run();
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        puts();
        say("%,d stations are written down".formatted(options.stations()));
        street.opens(options.begin());
        measure("all begin within %d s".formatted(options.begin().toSeconds()), options.begin());
        awaitAll();
        least = Integer.MAX_VALUE;
        measure(
                "all charge; each goes on for one to two minutes, then the next comes",
                options.steady());
        int steady = least;
        boolean told = street.closes(PATIENCE);
        String books =
                "%s: %,d sessions have ended, the eMSP has %,d CDRs; at least %d charged at once; failures: %s"
                        .formatted(
                                told ? "At the end all is told" : "At the end not all is told",
                                street.ended(),
                                street.cdrs(),
                                steady,
                                street.failures().isEmpty() ? "none" : street.failures());
        String section = section(books);
        System.out.println(section);
        if (!options.page().isEmpty()) {
            Page.write(options.home().resolve(options.page()), "sessions", section);
        }
        if (!told || street.ended() != street.cdrs() || !street.failures().isEmpty()) {
            throw new IOException(books);
        }
    }

    private void puts() throws IOException {
        roaming.does(
                "/tariffs/T1",
                "{'country_code':'DE','party_id':'ALC','id':'T1','currency':'EUR','elements':["
                        + "{'price_components':[{'type':'ENERGY','price':0.40,'vat':20.0,"
                        + "'step_size':1}]}],'last_updated':'2026-01-01T00:00:00Z'}");
        for (int i = 0; i < options.stations(); i++) {
            String name = Street.name(i);
            roaming.does("/stations/" + name, "{'admission':'ACCEPTED','securityProfile':0}");
            roaming.does(
                    "/locations/" + name,
                    ("{'name':'Ring','zone':'Europe/Berlin','address':{'street':'Ring 1',"
                                    + "'city':'Berlin','country':'DEU','latitude':'52.52000',"
                                    + "'longitude':'13.40500'},'evses':[{'uid':'E1',"
                                    + "'evseId':'DE*ALC*E%s','device':'%s','connectors':["
                                    + "{'id':'1','tariffs':['T1']}]}]}")
                            .formatted(name, name));
        }
    }

    private void awaitAll() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (street.running() < options.stations()) {
            if (System.nanoTime() > until || !street.failures().isEmpty()) {
                throw new IOException(
                        "%d charge; %s".formatted(street.running(), street.failures()));
            }
            Thread.sleep(LOOK);
        }
    }

    private void measure(String title, Duration time) throws IOException, InterruptedException {
        street.forget();
        Map<String, Double> before = seconds();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < time.toNanos()) {
            Thread.sleep(LOOK);
            least = Math.min(least, street.running());
        }
        double took = (System.nanoTime() - begun) / 1e9;
        Map<String, Double> cores = new LinkedHashMap<>();
        seconds()
                .forEach(
                        (who, now) -> cores.put(who, (now - before.getOrDefault(who, 0.0)) / took));
        for (Known known : street.results()) {
            rows.add(new SessionTable.Row(title, known, cores));
            say("%s: %s".formatted(title, known));
        }
    }

    private Map<String, Double> seconds() throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("the backend", roaming.backend().process().processorSeconds());
        seconds.put("PostgreSQL", database.processorSeconds());
        double nodes = 0;
        for (long pid : roaming.nodes()) {
            nodes += Running.processorSeconds(pid);
        }
        seconds.put("the two nodes", nodes);
        seconds.put("all on this machine", Machine.busySeconds());
        return seconds;
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private String section(String books) throws IOException {
        return "Measured on %s: %s; %,d stations, PostgreSQL, the backend with `%s`, two nodes, and stations and eMSP in one more process, all on the same cores.%n%n"
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                Machine.processors(),
                                options.stations(),
                                String.join(" ", options.jvm()))
                + SessionTable.of(rows)
                + books
                + ".\n";
    }
}
