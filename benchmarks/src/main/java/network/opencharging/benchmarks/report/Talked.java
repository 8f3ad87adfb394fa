package network.opencharging.benchmarks.report;

import network.opencharging.benchmarks.stations.Seen;

import java.util.Map;

/**
 * What stations said, and what it cost.
 *
 * @param title what they did
 * @param burned seconds of processor time, by process
 * @param memory MiB that the backend's process has
 * @param depths the most that waited in the backend, by what waits
 */
public record Talked(
        String title,
        Seen seen,
        Map<String, Double> burned,
        long memory,
        Map<String, Long> depths) {
    /** The name of everything on the machine that was not asked to be there. */
    public static final String OTHERS = "others";

    /** Milliseconds of processor time of a process for one message. */
    double millis(String process) {
        return burned.getOrDefault(process, 0.0) * 1_000 / Math.max(1, seen.count());
    }

    /** How many cores others had meanwhile. */
    double others() {
        return burned.getOrDefault(OTHERS, 0.0) / seen.seconds();
    }
}
