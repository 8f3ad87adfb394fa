package network.opencharging.cpo.ocpp.message;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/**
 * What stations talk to, whichever version they speak. Each method returns when what it was told is
 * stored, so that an answer is never sent for what could still be lost.
 */
public interface CentralSystem {

    /**
     * Whether a station may call that action now. One that nobody accepted, or that never started,
     * may only say that it starts (1.6 §4.2, 2.0.1 B02, B03).
     */
    boolean admits(String station, String action);

    /** A station started. */
    BootAnswer booted(String station, Boot boot);

    /** A station is alive. */
    Instant beat(String station);

    /** May this token charge there? */
    Authorization authorize(String station, String token);

    /** A connector changed. */
    void status(Status status);

    /** A meter was read. */
    void metered(Metered metered);

    /** A transaction began, went on, or ended; the same twice has one effect and one answer. */
    TransactionAnswer transaction(TransactionNews news);

    /** Anything else that a station tells: kept under its action's name. */
    void told(String station, String action, ObjectNode payload);
}
