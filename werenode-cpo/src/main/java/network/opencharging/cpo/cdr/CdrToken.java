package network.opencharging.cpo.cdr;

import network.opencharging.cpo.account.TokenType;
import network.opencharging.protocol.party.PartyId;

/**
 * Who charged (OCPI 2.2.1 §10.4.5); the party is where the CDR goes.
 *
 * @param emsp the token's owner
 * @param uid at most 36 characters
 * @param type kind of token
 * @param contractId at most 36 characters
 */
public record CdrToken(PartyId emsp, String uid, TokenType type, String contractId) {

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the field
     */
    public CdrToken {
        Text.check("cdr_token.uid", uid, 36);
        Text.check("cdr_token.contract_id", contractId, 36);
    }
}
