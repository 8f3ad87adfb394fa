package network.opencharging.cpo.account;

import network.opencharging.cpo.unit.EvseRef;

import java.util.Optional;

/** Tokens that partners let charge: what they told of them, and what they say when asked. */
public interface RoamingTokens {

    /**
     * Whether a token may charge there; asks its eMSP where it must, or where nobody knows it. May
     * wait a few seconds.
     */
    Permission ask(String uid, Optional<EvseRef> where);

    /** What is known of a token. */
    sealed interface Permission {
        /**
         * It may charge.
         *
         * @param driver whose it is
         * @param method whether it was on the list, or its eMSP was asked
         * @param reference what the eMSP gave
         */
        record Allowed(Driver driver, AuthMethod method, Optional<String> reference)
                implements Permission {}

        /**
         * It may not.
         *
         * @param driver whose it is, where that is known
         * @param why BLOCKED, EXPIRED, NO_CREDIT and the like
         */
        record Refused(Optional<Driver> driver, String why) implements Permission {}

        /** No partner knows it. */
        record Unknown() implements Permission {}
    }
}
