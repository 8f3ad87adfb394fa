package network.opencharging.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.benchmarks.load.Updates;
import network.opencharging.benchmarks.place.Bridge;
import network.opencharging.benchmarks.place.Running;
import network.opencharging.benchmarks.place.Town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Session updates from a backoffice, over its bridge, to a real node that has passed them on and
 * says so, and what each process has burned for one. Arguments: how many (10000), {@code h2} or
 * {@code postgres}; options of the bridge's Java may follow.
 */
public final class BridgeThroughNode {
    private static final List<String> NODE = List.of("-Xmx256m", "-XX:+UseSerialGC");
    private static final int CALLERS = 32;
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Map<String, Burned> burned = new LinkedHashMap<>();

    private BridgeThroughNode() {}

    /** Seconds of processor time so far. */
    private interface Burned {
        double seconds() throws IOException;
    }

    /** Runs it and prints the figures. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        int many = wanted.isEmpty() ? 10_000 : Integer.parseInt(wanted.getFirst());
        new BridgeThroughNode().run(many, wanted);
        System.exit(0);
    }

    private void run(int many, List<String> wanted) throws Exception {
        Path folder = Town.folder();
        List<String> jvm = new ArrayList<>(NODE);
        wanted.stream().filter(option -> option.startsWith("-X")).forEach(jvm::add);
        Town.Plan plan = new Town.Plan(Path.of("").toAbsolutePath(), folder, NODE, Map.of(), 0, 0);
        List<String> database =
                wanted.contains("postgres") ? postgres(folder.resolve("postgres")) : List.of();
        try (Town town = Town.open(plan);
                Bridge bridge = Bridge.start(town, folder.resolve("bridge"), jvm, database)) {
            burned.put("bridge", bridge.process()::processorSeconds);
            burned.put("node", town.nodes().getFirst()::processorSeconds);
            burned.put("stub", town.stubProcess()::processorSeconds);
            burned.put("backoffice", () -> Running.processorSeconds(ProcessHandle.current().pid()));
            Updates updates = new Updates(bridge);
            for (String round : List.of("warm", "first", "second", "third")) {
                round(round, many, updates);
            }
        }
    }

    private void round(String name, int many, Updates updates)
            throws IOException, InterruptedException {
        Map<String, Double> before = new LinkedHashMap<>();
        for (var one : burned.entrySet()) {
            before.put(one.getKey(), one.getValue().seconds());
        }
        long began = System.nanoTime();
        updates.tell(name, many, CALLERS);
        double taken = (System.nanoTime() - began) / 1e9;
        while (!updates.isAllAcknowledged()) {
            Thread.sleep(LOOK);
        }
        double acknowledged = (System.nanoTime() - began) / 1e9;
        StringBuilder each = new StringBuilder();
        for (var one : burned.entrySet()) {
            double seconds = one.getValue().seconds() - before.getOrDefault(one.getKey(), 0.0);
            each.append(
                    String.format(Locale.ROOT, " %s %.2f", one.getKey(), seconds * 1_000 / many));
        }
        System.out.printf(
                Locale.ROOT,
                "%-7s %6d updates: taken %.0f/s, acknowledged %.0f/s; processor ms each:%s%n",
                name,
                many,
                many / taken,
                many / acknowledged,
                each);
    }

    private List<String> postgres(Path folder) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(folder).start();
        // The first line of this file is the server's process; the others are its children.
        List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
        burned.put("postgres", () -> familySeconds(Long.parseLong(lines.getFirst())));
        return List.of(
                "--ocn.bridge.data.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--ocn.bridge.data.username=postgres",
                "--ocn.bridge.data.password=postgres");
    }

    private static double familySeconds(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toMillis() / 1e3)
                .sum();
    }
}
