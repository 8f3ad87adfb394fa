package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.TokenAuthorizer;
import network.opencharging.bridge.backoffice.TokenAuthorizer.Authorization;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.LocationReferences;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** Whether a driver may charge (OCPI 2.2.1 §12.2.2.2). */
record AuthorizeDesk(TokenAuthorizer authorizer, Outgoing outgoing) implements Desk {

    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.TOKENS)
                && asked.route().role() == InterfaceRole.SENDER
                && asked.route().method() == HttpMethod.POST;
    }

    @Override
    public Outcome answer(Asked asked) {
        Optional<CiString> uid = asked.id("token_uid");
        if (uid.isEmpty()) {
            return new Outcome.Wrong("The path must name the token: {token_uid}/authorize.");
        }
        if (asked.body().isEmpty()) {
            return decided(asked, uid.get(), Optional.empty());
        }
        return asked.object()
                .map(LocationReferences.SHAPE::read)
                .map(reading ->
                        switch (reading) {
                            case Reading.Unreadable<LocationReferences>(var findings) ->
                                    new Outcome.Unreadable(findings);
                            case Reading.Read<LocationReferences>(var place, var _) ->
                                    decided(asked, uid.get(), Optional.of(place));
                        })
                .orElseGet(Outcome.NotJson::new);
    }

    private Outcome decided(Asked asked, CiString uid, Optional<LocationReferences> place) {
        return switch (authorizer.authorize(asked.context(), uid, asked.tokenType(), place)) {
            case Authorization.Known(AuthorizationInfo information) ->
                    outgoing.found(asked, AuthorizationInfo.SHAPE, information);
            case Authorization.Unknown() -> new Outcome.UnknownToken();
            case Authorization.NeedsLocation() -> new Outcome.NeedsLocation();
        };
    }
}
