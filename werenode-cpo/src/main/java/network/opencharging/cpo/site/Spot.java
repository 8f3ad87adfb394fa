package network.opencharging.cpo.site;

import network.opencharging.cpo.unit.EvseRef;

/** An EVSE with the location in which it is. */
public record Spot(Location location, Evse evse) {
    /** Its name. */
    public EvseRef ref() {
        return new EvseRef(location.id(), evse.uid());
    }
}
