package network.opencharging.benchmarks.stations;

import java.util.List;

/**
 * What is due when, whatever becomes of it: each kind comes so often at every station, and the
 * stations take it in turn, so that the whole comes evenly.
 */
public final class Timetable {
    private final List<Course> courses;
    private final int stations;
    private final long[] given;

    /** For so many stations, numbered from 0. */
    public Timetable(int stations, List<Course> courses) {
        this.stations = stations;
        this.courses = List.copyOf(courses);
        this.given = new long[courses.size()];
    }

    /** One kind, so often at every station. */
    public record Course(Kind kind, long everyNanos) {}

    /** Takes what is due. */
    @FunctionalInterface
    interface Taker {
        void take(int station, Kind kind, long at);
    }

    /** Gives what became due until now, each with the moment at which it did. */
    void giveUntil(long now, Taker taker) {
        for (int i = 0; i < given.length; i++) {
            Course course = courses.get(i);
            double gap = (double) course.everyNanos() / stations;
            for (long at = (long) (given[i] * gap); at <= now; at = (long) (given[i] * gap)) {
                taker.take((int) (given[i] % stations), course.kind(), at);
                given[i]++;
            }
        }
    }
}
