package network.opencharging.cpo.ocpp.message;

import network.opencharging.bridge.unit.Watts;

import java.util.Optional;

/** How one version says what a port is wanted to do. */
public interface PortWords {

    /**
     * Give energy.
     *
     * @param number names the wish, never the same twice for a station
     */
    Wanted start(int evse, String token, int number, Optional<Watts> limit);

    /** End a transaction, by its name. */
    Wanted stop(String transaction);

    /** Tell what the meter shows. */
    Wanted read(int evse);

    /** Open the lock. */
    Wanted unlock(int evse);

    /** Let no more flow than this. */
    Wanted limit(int evse, Watts most);
}
