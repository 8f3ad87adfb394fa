package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.ChargingProfile;

import java.time.Duration;

/**
 * What a partner wants with the charging profile of a Session.
 *
 * @param id made by the bridge; the result is reported under it
 * @param session the Session
 * @param wish what is wanted
 */
public record ProfileRequest(String id, CiString session, Wish wish) {
    /** What is wanted. */
    public sealed interface Wish {
        /** The profile is to be followed from now on. */
        record Follow(ChargingProfile profile) implements Wish {}

        /** No profile is to be followed any more. */
        record Clear() implements Wish {}

        /**
         * The profile that is followed now is to be told.
         *
         * @param duration for so long from now
         */
        record Tell(Duration duration) implements Wish {}
    }
}
