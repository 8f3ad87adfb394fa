package network.opencharging.bridge.complaint;

import java.time.Instant;
import java.util.List;

/**
 * Keeps complaints until somebody has dealt with them. Each different fault of an object is an
 * entry with its body; the same fault again is the same entry, which counts and has the latest
 * body. What is more than the book can hold pushes out the oldest, and how many those were is
 * counted.
 */
public interface ComplaintBook {
    /** Writes it down, or counts it once more. */
    void note(Complaint complaint, Instant now);

    /**
     * The latest first.
     *
     * @param skip so many of the latest are left out
     */
    List<Standing> latest(int limit, int skip);

    /** Somebody has dealt with it; says whether it was there. */
    boolean dismiss(long id);

    /** How many there are. */
    long count();

    /** How many entries were pushed out since the database was made. */
    long fallen();

    /** How many it can hold. */
    Bounds bounds();

    /**
     * How many a book can hold.
     *
     * @param all about so many in all
     * @param ofOneObject so many different ones of one object and kind: a program that is refused
     *     for ever new reasons does not push out what is said of others
     */
    record Bounds(int all, int ofOneObject) {}

    /**
     * A complaint that stands.
     *
     * @param id of its place in the book
     * @param complaint with the body that came last
     * @param first when it came first
     * @param last when it came last
     * @param times how often it came
     */
    record Standing(long id, Complaint complaint, Instant first, Instant last, long times) {}
}
