package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.LocationReferences;
import network.opencharging.bridge.model.v221.TokenType;

import java.util.Optional;

/** Says whether a driver may charge (OCPI 2.2.1 §12.2.2.2). */
public interface TokenAuthorizer {

    /** What a backoffice says about a token. */
    sealed interface Authorization {
        /**
         * The token is known.
         *
         * @param information whether it may be used, and where
         */
        record Known(AuthorizationInfo information) implements Authorization {}

        /** There is no such token. */
        record Unknown() implements Authorization {}

        /** It depends on the place, and none was named. */
        record NeedsLocation() implements Authorization {}
    }

    /** Decides about the token, for a place when one is named. */
    Authorization authorize(
            Context context, CiString uid, TokenType type, Optional<LocationReferences> place);
}
