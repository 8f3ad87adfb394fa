package network.opencharging.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** On what was measured, and how. */
final class Machine {
    private static final double TICKS_PER_SECOND = 100;

    /** User, nice, system, interrupts, soft interrupts, stolen; not idle and waiting. */
    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7, 8);

    private Machine() {}

    static String words(Options options, String load, boolean proxied) throws IOException {
        return """
        Measured on %s: %s, nodes with `%s`. Load from %s, %d s a run, %d rounds in which every case has its
        turn; the median of the rounds counts. The stub party, the generator%s and the nodes share the cores. CPU and memory are those
        of the node or nodes (or of the proxy), read from /proc. Every request has a request id of its own; 500 different messages are
        sent in turn.
        """
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        processors(),
                        String.join(" ", options.jvm()),
                        load,
                        options.seconds(),
                        options.rounds(),
                        proxied ? ", nginx" : "");
    }

    /** How many cores of what kind, and which Java. */
    static String processors() throws IOException {
        return "%d cores (%s), Java %d"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        Runtime.version().feature());
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /**
     * Seconds of processor time so far of everything on this machine, and of what it stands on and
     * was taken away from it.
     */
    static double busySeconds() throws IOException {
        String[] counts = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +", -1);
        double ticks = 0;
        for (int field : BUSY) {
            ticks += Long.parseLong(counts[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }
}
