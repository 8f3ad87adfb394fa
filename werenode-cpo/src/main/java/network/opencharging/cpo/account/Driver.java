package network.opencharging.cpo.account;

import network.opencharging.protocol.party.PartyId;

/**
 * Who charges.
 *
 * @param emsp whose customer; the own party for own customers
 * @param uid the token's uid, at most 36 characters
 * @param type kind of token
 * @param contractId at most 36 characters
 */
public record Driver(PartyId emsp, String uid, TokenType type, String contractId) {
    private static final int LONGEST = 36;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the field
     */
    public Driver {
        check("token uid", uid);
        check("contract_id", contractId);
    }

    private static void check(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(field + " must have 1 to 36 characters");
        }
    }

    /** Whether the other one shows the same token. */
    public boolean isSame(Driver other) {
        return emsp.equals(other.emsp) && uid.equalsIgnoreCase(other.uid);
    }
}
