package network.opencharging.node.access;

import java.time.Duration;

/** What became of signing in. */
public sealed interface SignedIn {
    /**
     * A session has begun.
     *
     * @param cookie what the browser has to show, in a cookie that no script can read
     * @param lasts how long it opens
     */
    record Begun(String cookie, Duration lasts) implements SignedIn {
        /** Never the cookie. */
        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    /** Name or password are wrong; which of them is told to nobody. */
    record Refused() implements SignedIn {}

    /**
     * It was not looked at: too many wrong ones came from there or for that name.
     *
     * @param pause how long to wait
     */
    record TooSoon(Duration pause) implements SignedIn {}
}
