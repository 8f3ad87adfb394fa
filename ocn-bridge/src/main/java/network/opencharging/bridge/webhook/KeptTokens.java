package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.TokenAuthorizer;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.AllowedType;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.LocationReferences;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** Who may charge is who has a valid own Token on the shelf. */
record KeptTokens(Shelf shelf) implements TokenAuthorizer {

    @Override
    public Authorization authorize(
            Context context, CiString uid, TokenType type, Optional<LocationReferences> place) {
        return shelf.find(new Kept.Place(Kept.Side.OWN, ModuleId.TOKENS, context.to(), uid.text()))
                .map(kept -> Token.SHAPE.read(kept.body()).orThrow())
                .filter(token -> token.type().equals(type))
                .<Authorization>map(token ->
                        new Authorization.Known(
                                AuthorizationInfo.builder()
                                        .allowed(
                                                token.valid()
                                                        ? AllowedType.ALLOWED
                                                        : AllowedType.BLOCKED)
                                        .token(token)
                                        .build()))
                .orElseGet(Authorization.Unknown::new);
    }
}
