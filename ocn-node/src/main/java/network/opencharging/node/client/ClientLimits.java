package network.opencharging.node.client;

import java.time.Duration;

/**
 * The limits that hold for every call.
 *
 * @param connect how long a connection may take to stand
 * @param answerBytes how large an answer may be, after decompression
 * @param callsPerHost how many calls to one host and port may be under way at once
 */
public record ClientLimits(Duration connect, long answerBytes, int callsPerHost) {
    /** 5 s to connect, 16 MiB an answer, 128 calls a host. */
    public static final ClientLimits STANDARD =
            new ClientLimits(Duration.ofSeconds(5), 16L << 20, 128);

    /** Refuses limits that would let nothing through. */
    public ClientLimits {
        if (connect.isNegative() || connect.isZero() || answerBytes < 1 || callsPerHost < 1) {
            throw new IllegalArgumentException("connect, answerBytes and callsPerHost must be > 0");
        }
    }
}
