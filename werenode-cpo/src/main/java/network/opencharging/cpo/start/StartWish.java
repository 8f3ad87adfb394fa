package network.opencharging.cpo.start;

import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Origin;

import java.util.Optional;

/**
 * Somebody wants energy.
 *
 * @param origin what wants it
 * @param driver who charges
 * @param permit how that was allowed
 * @param target where
 * @param limits where it is ended
 */
public record StartWish(
        Origin origin, Driver driver, Opening.Permit permit, Target target, Limits limits) {

    /**
     * Where.
     *
     * @param location the location's id
     * @param evse its uid; empty: the first that is free
     * @param connector its id; empty: the first
     */
    public record Target(String location, Optional<String> evse, Optional<String> connector) {}
}
