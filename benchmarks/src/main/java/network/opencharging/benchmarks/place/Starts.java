package network.opencharging.benchmarks.place;

import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a node takes to be ready, with its data there already. */
public final class Starts {
    private static final Duration LOOK = Duration.ofMillis(10);

    private Starts() {}

    /**
     * One start.
     *
     * @param ready from the start of the process to its first answer that says that the registry
     *     has been read
     * @param memory the most it has had until then, in MiB
     */
    public record Start(Duration ready, long memory) {}

    /** So many starts, after one that made the data and is not counted. */
    public static List<Start> of(Town.Plan plan, int times)
            throws IOException, InterruptedException {
        LocalKey key = LocalKey.fresh(new SecureRandom());
        FileRegistry registry =
                FileRegistry.start(
                        plan.folder().resolve("directory.json"),
                        LocalKey.fresh(new SecureRandom()),
                        Clock.systemUTC());
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i <= times; i++) {
            Node node = new Node("alone", Town.freePort(), key, plan);
            long began = System.nanoTime();
            try (Running process = node.start(registry.environment())) {
                node.awaitParties(0, LOOK);
                starts.add(
                        new Start(
                                Duration.ofNanos(System.nanoTime() - began), process.peakMemory()));
            }
        }
        return starts.subList(1, starts.size());
    }
}
