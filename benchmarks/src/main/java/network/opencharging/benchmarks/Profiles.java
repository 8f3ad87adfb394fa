package network.opencharging.benchmarks;

import network.opencharging.benchmarks.load.Case;
import network.opencharging.benchmarks.load.Letters;
import network.opencharging.benchmarks.load.Load;
import network.opencharging.benchmarks.place.Town;
import network.opencharging.benchmarks.profile.Flames;
import network.opencharging.benchmarks.profile.Stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws where the time of each case goes, in a town of its own: recording costs some speed. */
final class Profiles {
    private final Load load;
    private final Clock clock;
    private final Path folder;

    private record Span(Instant from, Instant to) {}

    Profiles(Load load, Clock clock, Path folder) {
        this.load = load;
        this.clock = clock;
        this.folder = folder;
    }

    /** What the nodes' Java is told, so that there is something to draw. */
    List<String> options() {
        return List.of(
                "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                        + folder.resolve("node-%p.jfr"));
    }

    /**
     * Runs the cases and draws one graph for each.
     *
     * @param town with nodes that were started with {@link #options()}; closed on return
     * @return the graphs by the names of their files
     */
    Map<String, String> draw(Town town, List<Case> cases, int warm, int seconds)
            throws IOException, InterruptedException {
        Map<Case, Span> spans = new LinkedHashMap<>();
        List<Path> recordings;
        try (town) {
            new Series(town, load, cases, seconds).warmUp(warm);
            Letters letters = new Letters(town);
            for (Case one : cases) {
                Letters.Post post = letters.of(one);
                Instant from = clock.instant();
                load.run(post.target(), post.requests(), 64, seconds);
                spans.put(one, new Span(from, clock.instant()));
            }
            recordings =
                    town.nodes().stream()
                            .map(node -> folder.resolve("node-" + node.pid() + ".jfr"))
                            .toList();
        }
        Map<String, String> graphs = new LinkedHashMap<>();
        for (Map.Entry<Case, Span> one : spans.entrySet()) {
            Stacks stacks = Stacks.read(recordings, one.getValue().from(), one.getValue().to());
            graphs.put(file(one.getKey()), Flames.draw(title(one.getKey()), stacks));
        }
        return graphs;
    }

    private static String title(Case one) {
        return one.what().title() + ", " + one.title();
    }

    private static String file(Case one) {
        return "flames-"
                + (one.what().name() + "-" + one.title())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", "-")
                + ".svg";
    }

    /** Writes them beside the page, and says how they are seen there. */
    static String written(Map<String, String> graphs, Path images) throws IOException {
        StringBuilder text =
                new StringBuilder(
                        "\n"
                                + "**Where the time goes** (flame graphs of the nodes at 64"
                                + " connections, recorded by the JDK's Flight Recorder)\n\n");
        for (Map.Entry<String, String> graph : graphs.entrySet()) {
            Files.writeString(images.resolve(graph.getKey()), graph.getValue());
            text.append("* [")
                    .append(
                            graph.getKey()
                                    .replace("flames-", "")
                                    .replace(".svg", "")
                                    .replace('-', ' '))
                    .append("](img/")
                    .append(graph.getKey())
                    .append(")\n");
        }
        return text.toString();
    }
}
