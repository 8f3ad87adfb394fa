package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.TokensReceiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** Tokens of partners, on the shelf; the type is part of the key. */
record PartnersTokens(KeptBackoffice kept) implements TokensReceiver {

    @Override
    public Optional<Token> find(Context context, ObjectKey key, TokenType type) {
        return kept.find(ModuleId.TOKENS, key, id(key, type))
                .map(json -> Token.SHAPE.read(json).orThrow());
    }

    @Override
    public Verdict keep(Context context, ObjectKey key, Token token) {
        return kept.keep(context, ModuleId.TOKENS, key, id(key, token.type()), token);
    }

    private static String id(ObjectKey key, TokenType type) {
        return TokenType.RFID.equals(type) ? key.id().text() : key.id().text() + "?" + type.value();
    }
}
