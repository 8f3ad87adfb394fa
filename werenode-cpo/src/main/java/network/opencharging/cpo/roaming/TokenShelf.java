package network.opencharging.cpo.roaming;

import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Optional;

/** Tokens that partners told of, kept. */
public interface TokenShelf {
    /** The token of that owner, uid and type; the uid is compared without case. */
    Optional<Token> find(PartyId owner, String uid, TokenType type);

    /** All tokens of that uid, whosesoever: usually one. */
    List<Token> find(String uid);

    /** Keeps it, new or changed. */
    void put(Token token);
}
