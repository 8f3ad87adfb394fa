package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.Location;

import java.util.Optional;

/** Gives the own Locations (OCPI 2.2.1 §8.2.1); the bridge finds EVSEs and Connectors in them. */
public interface LocationsProvider extends Provider<Location> {

    /** The own Location with this id. */
    Optional<Location> location(Context context, CiString id);
}
