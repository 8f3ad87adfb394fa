package network.opencharging.cpo.ocpp.station;

import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.schema.SchemaFault;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A station that can be called, whichever process holds its connection. */
public interface StationLine {

    /** Whose line it is. */
    String station();

    /** What is spoken on it. */
    OcppVersion version();

    /**
     * What is wrong with a call that this station is wanted to answer; nothing when it is right.
     */
    List<SchemaFault> faults(String action, ObjectNode payload);

    /**
     * Calls the station. What its schema has anything against is never sent.
     *
     * @param message the call's own name, never the same twice, at most 36 letters
     * @param patience how long it is waited for, with the time in the queue
     */
    CompletableFuture<CallOutcome> call(
            String message, String action, ObjectNode payload, Duration patience);

    /** Calls the station under a name that nobody needs to know. */
    CompletableFuture<CallOutcome> call(String action, ObjectNode payload, Duration patience);
}
