package network.opencharging.cpo.session;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.unit.EvseRef;

import java.util.List;

/**
 * Where, as it was when the session began.
 *
 * @param location with this EVSE only
 * @param port the device
 * @param connector which of the EVSE's
 */
public record Place(Location location, PortId port, Connector connector) {

    /** That connector of that EVSE. */
    public static Place of(Location location, Evse evse, Connector connector) {
        return new Place(
                new Location(
                        location.operator(),
                        location.id(),
                        location.about(),
                        location.power(),
                        List.of(evse),
                        location.updated()),
                evse.port().orElseThrow(),
                connector);
    }

    /** The EVSE. */
    public Evse evse() {
        return location.evses().getFirst();
    }

    /** The EVSE's name. */
    public EvseRef ref() {
        return new EvseRef(location.id(), evse().uid());
    }
}
