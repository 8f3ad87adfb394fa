package network.opencharging.benchmarks;

import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.Load;
import network.opencharging.benchmarks.load.Way;
import network.opencharging.benchmarks.load.What;
import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.report.Page;
import network.opencharging.benchmarks.report.Plot;
import network.opencharging.benchmarks.report.Results;
import network.opencharging.benchmarks.report.Tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures forwarding: {@code benchmarks/run}. */
public final class Benchmarks {
    private static final String PLOT = "forwarding.svg";

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
        Results burdened = new Results();
        boolean proxied;
        try (Town town = town("plain", Map.of(), 0, 0)) {
            proxied = town.proxyProcess().isPresent();
            System.out.printf(
                    "load from %s, %s%n",
                    load.name(), proxied ? "nginx beside" : "no nginx here: no ratios");
            Series series = new Series(town, load, cases(), options.seconds());
            series.warmUp(options.warm());
            series.run(results, options.connections(), options.rounds());
        }
        String growth = "";
        if (options.growth()) {
            burdened(burdened);
            growth = new Growth(this::town, load, options).table();
        }
        String section =
                "## Forwarding\n\n"
                        + Machine.words(options, load.name(), proxied)
                        + "\n![Requests per second](img/"
                        + PLOT
                        + ")\n\n"
                        + Tables.goals(results)
                        + Tables.all(results)
                        + (growth.isEmpty()
                                ? ""
                                : "\n**With rules of 100 entries, pace and message log switched"
                                        + " on**\n"
                                        + Tables.all(burdened)
                                        + growth);
        System.out.println(section);
        if (!options.page().isEmpty()) {
            Path page = options.home().resolve(options.page());
            Page.write(page, "forwarding", section);
            Files.writeString(page.resolveSibling("img").resolve(PLOT), Plot.draw(results, 64));
        }
    }

    private void burdened(Results results) throws IOException, InterruptedException {
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
            series.warmUp(2 * options.warm());
            series.run(results, List.of(64), options.rounds());
        }
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
