package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;

import java.util.Optional;

/** Keeps the Tokens of partners (OCPI 2.2.1 §12.2.1); the type is part of a Token's key. */
public interface TokensReceiver {

    /** The Token as it was last kept. */
    Optional<Token> find(Context context, ObjectKey key, TokenType type);

    /** Keeps the Token, new or changed. */
    Verdict keep(Context context, ObjectKey key, Token token);
}
