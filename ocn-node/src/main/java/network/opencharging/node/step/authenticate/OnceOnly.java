package network.opencharging.node.step.authenticate;

import network.opencharging.protocol.message.Body;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Recognises a node message that comes again. The published signature of nodes has neither a time
 * nor a number: who has seen a message on its way could send it as often as he likes, and each
 * would be signed. But what is signed contains the id of the request, which is unique (OCPI 2.2.1
 * §4.2): the same text again is a copy, whoever sends it. Asked is it only of what is done: PUT,
 * PATCH and DELETE of OCPI say how something is, a POST to tokens asks whether one is good, and
 * saying either twice changes nothing.
 *
 * <p>The memory is that of this process, bounded in time and number: what is older passes, and
 * against that only TLS between the nodes helps.
 */
public final class OnceOnly {
    private static final long WINDOW = Duration.ofHours(1).toNanos();

    private final int most;
    private final LongSupplier nanoseconds;
    private final SequencedMap<ByteBuffer, Long> seen = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Remembers the messages of an hour.
     *
     * @param most how many at most; the oldest go first
     * @param nanoseconds a clock that never goes back, as {@link System#nanoTime()}
     */
    public OnceOnly(int most, LongSupplier nanoseconds) {
        this.most = most;
        this.nanoseconds = nanoseconds;
    }

    /** Whether this text, whose signature is good, came before; from now on it did. */
    boolean isCopy(Body signed) {
        ByteBuffer key = ByteBuffer.wrap(digest().digest(signed.bytes()));
        long now = nanoseconds.getAsLong();
        lock.lock();
        try {
            // The first one counts: a copy does not keep itself in memory.
            boolean copy = forgetOld(now).putIfAbsent(key, now) != null;
            if (seen.size() > most) {
                seen.pollFirstEntry();
            }
            return copy;
        } finally {
            lock.unlock();
        }
    }

    private SequencedMap<ByteBuffer, Long> forgetOld(long now) {
        while (!seen.isEmpty() && now - seen.firstEntry().getValue() >= WINDOW) {
            seen.pollFirstEntry();
        }
        return seen;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
