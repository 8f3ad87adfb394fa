package network.opencharging.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * How all stations came.
 *
 * @param title upon what
 * @param ended seconds until the former process was gone
 * @param ready seconds until the backend took connections
 * @param seconds until the last station was connected and answered
 * @param curve how many were, at which second
 * @param ends why connections ended or were refused meanwhile, and how often
 */
public record Arrival(
        String title,
        double ended,
        double ready,
        double seconds,
        List<Point> curve,
        Map<String, Long> ends) {

    /** So many at that second. */
    public record Point(double second, int stations) {}
}
