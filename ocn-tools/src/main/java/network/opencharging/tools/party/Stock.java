package network.opencharging.tools.party;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.LocationsProvider;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.backoffice.Provider;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.tools.mock.shelf.Catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Own objects of one kind.
 *
 * @param catalogue where they are
 * @param shape what they are
 * @param lastUpdated when one was changed last
 */
record Stock<T>(Catalogue catalogue, Shape<T> shape, Function<T, Instant> lastUpdated)
        implements Provider<T> {

    @Override
    public Page<T> page(Context context, PageRequest wanted) {
        return Page.of(
                catalogue.all().stream().map(tree -> Objects.typed(shape, tree)).toList(),
                lastUpdated,
                wanted);
    }

    /** Own Locations. */
    record OfLocations(Catalogue catalogue) implements LocationsProvider {
        @Override
        public Page<Location> page(Context context, PageRequest wanted) {
            return new Stock<>(catalogue, Location.SHAPE, Location::lastUpdated)
                    .page(context, wanted);
        }

        @Override
        public Optional<Location> location(Context context, CiString id) {
            return catalogue.find(id.text()).map(tree -> Objects.typed(Location.SHAPE, tree));
        }
    }
}
