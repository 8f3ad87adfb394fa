package network.opencharging.node.access;

import java.time.Duration;

/** What was made of a key, a password or a cookie. */
public sealed interface Verdict {
    /**
     * It is somebody's.
     *
     * @param administrator whose
     */
    record Known(Administrator administrator) implements Verdict {}

    /** It is nobody's. */
    record Unknown() implements Verdict {}

    /**
     * It was not looked at: too many wrong ones came from there.
     *
     * @param pause how long to wait
     */
    record TooSoon(Duration pause) implements Verdict {}
}
