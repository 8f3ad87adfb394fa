package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.CDR;

import java.util.Optional;

/**
 * Takes the CDRs of partners (OCPI 2.2.1 §10.2.2). A CDR never changes; one that comes a second
 * time is the same one.
 */
public interface CdrSink {

    /** The CDR as it was taken. */
    Optional<CDR> find(Context context, ObjectKey key);

    /** Takes a CDR that is not there yet. */
    Verdict take(Context context, CDR cdr);
}
