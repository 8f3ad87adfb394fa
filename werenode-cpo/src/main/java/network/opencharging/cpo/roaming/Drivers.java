package network.opencharging.cpo.roaming;

import network.opencharging.bridge.model.v221.Token;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.protocol.party.PartyId;

import java.util.Arrays;

/** Who charges, out of a token. */
final class Drivers {
    private Drivers() {}

    static Driver of(Token token) {
        return new Driver(
                new PartyId(token.countryCode().text(), token.partyId().text()),
                token.uid().text(),
                type(token),
                token.contractId().text());
    }

    /** A kind of token that OCPI learns later is another one. */
    private static TokenType type(Token token) {
        return Arrays.stream(TokenType.values())
                .filter(type -> type.name().equalsIgnoreCase(token.type().value()))
                .findFirst()
                .orElse(TokenType.OTHER);
    }
}
