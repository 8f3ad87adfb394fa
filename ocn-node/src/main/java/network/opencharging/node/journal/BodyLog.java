package network.opencharging.node.journal;

import network.opencharging.protocol.message.Body;

import java.time.Instant;
import java.util.Optional;

/**
 * Port: what was said, for an operator who has to look into it. Off unless he says otherwise,
 * encrypted, and kept for a short time. Writing happens behind the messages' backs.
 */
public interface BodyLog {
    /**
     * Writes both bodies down some time soon, or drops and counts them.
     *
     * @param id the message's record
     * @param answer what the sender got; empty when the node refused
     */
    void keep(String id, Instant at, Body request, Body answer);

    /** What was said, when it is still there. */
    Optional<Said> find(String id);

    /** How many were dropped since the start. */
    long dropped();

    /**
     * What was said.
     *
     * @param request to the receiver
     * @param answer back
     */
    record Said(Text request, Text answer) {}

    /**
     * A body, or its beginning.
     *
     * @param text the text
     * @param size how large the whole is, in bytes
     */
    record Text(String text, long size) {}

    /** Keeps nothing. */
    static BodyLog none() {
        return new BodyLog() {
            @Override
            public void keep(String id, Instant at, Body request, Body answer) {}

            @Override
            public Optional<Said> find(String id) {
                return Optional.empty();
            }

            @Override
            public long dropped() {
                return 0;
            }
        };
    }
}
