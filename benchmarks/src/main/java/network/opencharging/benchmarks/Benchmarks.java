package network.opencharging.benchmarks;

import network.opencharging.benchmarks.curve.CurveTable;
import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.Load;
import network.opencharging.benchmarks.load.Way;
import network.opencharging.benchmarks.load.What;
import network.opencharging.benchmarks.place.Starts;
import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.report.Page;
import network.opencharging.benchmarks.report.Plot;
import network.opencharging.benchmarks.report.Results;
import network.opencharging.benchmarks.report.Tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures forwarding: {@code benchmarks/run}. */
public final class Benchmarks {
    private static final String PLOT = "forwarding.svg";
    private static final int STARTS = 5;

    private final Options options;
    private final Path folder;
    private final Load load;

    private Benchmarks(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
        this.load = Load.best(folder);
    }

    /** Runs it; the options stand in docs/benchmarks.md. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.read(arguments);
        Path folder = Town.folder();
        System.out.println("files go to " + folder);
        new Benchmarks(options, folder).run();
    }

    private void run() throws IOException, InterruptedException {
        Results results = new Results();
        StringBuilder more = new StringBuilder();
        boolean proxied = plain(results);
        write(results, more, proxied);
        more.append(CurveTable.measured());
        part(more, "starts", this::starts);
        if (options.profile()) {
            part(more, "profiles", this::profiles);
        }
        write(results, more, proxied);
        if (!options.growth().isEmpty()) {
            part(more, "rules, pace and log", this::burdened);
            part(more, "growth", () -> new Growth(this::town, load, options).table());
        }
        System.out.println(write(results, more, proxied));
    }

    /** What a part of the page says. */
    private interface Part {
        String text() throws IOException, InterruptedException;
    }

    /** A part that fails is told, and does not cost the others. */
    private static void part(StringBuilder page, String name, Part part)
            throws InterruptedException {
        try {
            page.append(part.text());
        } catch (IOException e) {
            System.out.println(name + ": " + e);
            page.append("\n%s: not measured.\n".formatted(name));
        }
    }

    /** Several times, so that nothing is lost when the rest is broken off. */
    private String write(Results results, CharSequence more, boolean proxied) throws IOException {
        String section =
                "## Forwarding\n\n"
                        + Machine.words(options, load.name(), proxied)
                        + "\n![Requests per second](img/"
                        + PLOT
                        + ")\n\n"
                        + Tables.goals(results)
                        + Tables.all(results)
                        + more;
        if (!options.page().isEmpty()) {
            Page.write(page(), "forwarding", section);
            Files.writeString(images().resolve(PLOT), Plot.draw(results, 64));
        }
        return section;
    }

    private Path page() {
        return options.home().resolve(options.page());
    }

    private Path images() {
        return options.page().isEmpty() ? folder : page().resolveSibling("img");
    }

    /** Whether there is a proxy here. */
    private boolean plain(Results results) throws IOException, InterruptedException {
        try (Town town = town("plain", Map.of(), 0, 0)) {
            boolean proxied = town.proxyProcess().isPresent();
            System.out.printf(
                    "load from %s, %s%n",
                    load.name(), proxied ? "nginx beside" : "no nginx here: no ratios");
            Series series = new Series(town, load, cases(), options.seconds());
            series.warmUp(options.warm());
            series.run(results, options.connections(), options.rounds());
            return proxied;
        }
    }

    private String profiles() throws IOException, InterruptedException {
        Profiles profiles = new Profiles(load, Clock.systemUTC(), folder);
        List<String> jvm = new ArrayList<>(options.jvm());
        jvm.addAll(profiles.options());
        List<Case> some = cases().stream().filter(one -> one.way() != Way.PROXY).toList();
        Town town =
                Town.open(
                        new Town.Plan(
                                options.home(),
                                Files.createDirectories(folder.resolve("profiled")),
                                jvm,
                                Map.of(),
                                0,
                                0));
        return Profiles.written(
                profiles.draw(town, some, options.warm(), options.seconds()), images());
    }

    private String starts() throws IOException, InterruptedException {
        List<Starts.Start> starts =
                Starts.of(
                        new Town.Plan(
                                options.home(),
                                Files.createDirectories(folder.resolve("starts")),
                                options.jvm(),
                                Map.of(),
                                0,
                                0),
                        STARTS);
        return Tables.starts(starts);
    }

    private String burdened() throws IOException, InterruptedException {
        Results results = new Results();
        Map<String, String> settings =
                Map.of("OCN_NODE_JOURNAL", "true", "OCN_NODE_PACE", "1000000");
        try (Town town = town("burdened", settings, 0, 0)) {
            town.blockStrangers(100);
            List<Case> some =
                    List.of(
                            new Case(What.SESSION, Way.PROXY, false),
                            new Case(What.SESSION, Way.ONE_NODE, false),
                            new Case(What.SESSION, Way.ONE_NODE, true));
            Series series = new Series(town, load, some, options.seconds());
            series.warmUp(options.warm());
            series.run(results, List.of(64), options.rounds());
        }
        return "\n**With rules of 100 entries, pace and message log switched on**\n"
                + Tables.all(results);
    }

    private Town town(String name, Map<String, String> settings, int listed, int connected)
            throws IOException, InterruptedException {
        return Town.open(
                new Town.Plan(
                        options.home(),
                        Files.createDirectories(folder.resolve(name)),
                        options.jvm(),
                        settings,
                        listed,
                        connected));
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (What what : What.values()) {
            cases.add(new Case(what, Way.PROXY, false));
            for (Way way : List.of(Way.ONE_NODE, Way.TWO_NODES)) {
                cases.add(new Case(what, way, false));
                cases.add(new Case(what, way, true));
            }
        }
        return cases.stream()
                .filter(one -> (one.what().title() + " " + one.title()).matches(options.only()))
                .toList();
    }
}
