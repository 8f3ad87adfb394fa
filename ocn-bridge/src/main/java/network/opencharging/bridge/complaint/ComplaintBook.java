package network.opencharging.bridge.complaint;

import java.time.Instant;
import java.util.List;

/**
 * Keeps complaints until somebody has dealt with them. The same complaint about the same object is
 * one entry that counts; what is more than the book can hold pushes out the oldest.
 */
public interface ComplaintBook {
    /** Writes it down, or counts it once more. */
    void note(Complaint complaint, Instant now);

    /** The latest first. */
    List<Standing> latest(int limit);

    /** Somebody has dealt with it; says whether it was there. */
    boolean dismiss(long id);

    /** How many there are. */
    long count();

    /**
     * A complaint that stands.
     *
     * @param id of its place in the book
     * @param complaint as it came last
     * @param first when it came first
     * @param last when it came last
     * @param times how often it came
     */
    record Standing(long id, Complaint complaint, Instant first, Instant last, long times) {}
}
