package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.LocationsProvider;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.Connector;
import network.opencharging.bridge.model.v221.EVSE;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.protocol.route.Answer;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.Optional;

/** One own Location, EVSE or Connector (OCPI 2.2.1 §8.2.1.1). */
final class OwnLocationDesk implements Desk {
    private final LocationsProvider provider;
    private final Outgoing outgoing;

    OwnLocationDesk(LocationsProvider provider, Outgoing outgoing) {
        this.provider = provider;
        this.outgoing = outgoing;
    }

    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.LOCATIONS)
                && asked.route().role() == InterfaceRole.SENDER
                && asked.route().answer() == Answer.OBJECT;
    }

    @Override
    public Outcome answer(Asked asked) {
        Optional<Location> location =
                asked.id("location_id").flatMap(id -> provider.location(asked.context(), id));
        if (asked.id("evse_uid").isEmpty()) {
            return location.map(found -> outgoing.found(asked, Location.SHAPE, found))
                    .orElseGet(() -> new Outcome.Missing("Location"));
        }
        Optional<EVSE> evse = location.flatMap(in -> evse(in, asked.id("evse_uid")));
        if (asked.id("connector_id").isEmpty()) {
            return evse.map(found -> outgoing.found(asked, EVSE.SHAPE, found))
                    .orElseGet(() -> new Outcome.Missing("EVSE"));
        }
        return evse.flatMap(in -> connector(in, asked.id("connector_id")))
                .map(found -> outgoing.found(asked, Connector.SHAPE, found))
                .orElseGet(() -> new Outcome.Missing("Connector"));
    }

    private static Optional<EVSE> evse(Location location, Optional<CiString> uid) {
        return location.evses().stream()
                .filter(evse -> uid.equals(Optional.of(evse.uid())))
                .findFirst();
    }

    private static Optional<Connector> connector(EVSE evse, Optional<CiString> id) {
        return evse.connectors().stream()
                .filter(connector -> id.equals(Optional.of(connector.id())))
                .findFirst();
    }
}
