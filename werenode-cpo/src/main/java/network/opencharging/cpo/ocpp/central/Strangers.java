package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Authorization;

/** Decides about tokens that are not on the list. */
@FunctionalInterface
public interface Strangers {
    /**
     * Whether such a token may charge; may wait a few seconds.
     *
     * @param evse where; 0: the station did not say
     */
    Authorization judge(String station, int evse, String token);
}
