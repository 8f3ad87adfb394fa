package network.opencharging.cpo.ocpp.station;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds messages again. */
@FunctionalInterface
public interface MessageSearch {

    /** What was kept and fits, newest first. */
    List<MessageLog.Entry> search(Wish wish);

    /**
     * Which messages are wanted.
     *
     * @param station of this one; empty of all
     * @param action about this; empty about anything
     * @param text with this somewhere in it; empty with anything
     */
    record Wish(
            Optional<String> station,
            Optional<String> action,
            Optional<String> text,
            Instant before,
            int limit) {}
}
