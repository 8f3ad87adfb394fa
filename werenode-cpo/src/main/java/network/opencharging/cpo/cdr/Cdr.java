package network.opencharging.cpo.cdr;

import network.opencharging.bridge.metering.SignedData;

import java.time.Instant;
import java.util.Optional;

/**
 * A charge detail record (OCPI 2.2.1 §10.3.1): immutable; what was wrong is credited and written
 * anew.
 *
 * @param key owner and id
 * @param session who charged where
 * @param bill what was delivered and what it costs
 * @param signedData what the meter signed
 * @param creditOf present: this is a credit CDR of the CDR with this id
 * @param written when it was written, its last_updated for ever
 */
public record Cdr(
        CdrKey key,
        CdrSession session,
        CdrBill bill,
        Optional<SignedData> signedData,
        Optional<String> creditOf,
        Instant written) {

    /**
     * Checks the ids.
     *
     * @throws IllegalArgumentException when an ordinary CDR's id has more than 36 characters, or a
     *     credit CDR has the id of what it credits
     */
    public Cdr {
        if (creditOf.isEmpty()) {
            Text.check("id", key.id(), CdrKey.LENGTH);
        }
        if (creditOf.filter(id -> id.equalsIgnoreCase(key.id())).isPresent()) {
            throw new IllegalArgumentException(
                    "a credit CDR needs an id other than that of the CDR it credits");
        }
    }

    /** Whether this takes another CDR back. */
    public boolean isCredit() {
        return creditOf.isPresent();
    }

    /**
     * The CDR that takes this one back: all its data, the total with the other sign, and the id
     * with {@code -C} appended (§10.1.1).
     *
     * @param now when it is written
     * @throws IllegalStateException when this is a credit CDR itself
     */
    public Cdr credited(Instant now) {
        if (isCredit()) {
            throw new IllegalStateException("a credit CDR is not credited: write a new CDR");
        }
        return new Cdr(
                new CdrKey(key.operator(), key.id() + "-C"),
                session,
                bill.credited(),
                signedData,
                Optional.of(key.id()),
                now);
    }
}
