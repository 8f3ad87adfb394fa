package network.opencharging.cpo.cdr;

import network.opencharging.protocol.party.PartyId;

/**
 * Names a CDR.
 *
 * @param operator its owner
 * @param id unique for the owner; at most 36 characters, of a credit CDR 39
 */
public record CdrKey(PartyId operator, String id) {
    static final int LENGTH = 36;
    static final int CREDIT_LENGTH = 39;

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException when the id is empty or too long for any CDR
     */
    public CdrKey {
        Text.check("id", id, CREDIT_LENGTH);
    }
}
