package network.opencharging.bridge.webhook;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.LocationsProvider;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** Own Locations, from the shelf. */
record OwnLocations(Shelf shelf) implements LocationsProvider {

    @Override
    public Page<Location> page(Context context, PageRequest wanted) {
        return new Own<>(shelf, ModuleId.LOCATIONS, Location.SHAPE).page(context, wanted);
    }

    @Override
    public Optional<Location> location(Context context, CiString id) {
        return shelf.find(
                        new Kept.Place(Kept.Side.OWN, ModuleId.LOCATIONS, context.to(), id.text()))
                .map(kept -> Location.SHAPE.read(kept.body()).orThrow());
    }
}
