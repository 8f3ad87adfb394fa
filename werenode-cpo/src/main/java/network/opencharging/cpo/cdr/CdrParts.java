package network.opencharging.cpo.cdr;

import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Place;
import network.opencharging.cpo.site.Address;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;

import java.util.Optional;

/** What a CDR takes over from its session. */
final class CdrParts {
    private CdrParts() {}

    static CdrSession session(ChargeSession session) {
        Opening opening = session.opening();
        Driver driver = opening.driver();
        boolean used = session.hasBegun();
        return new CdrSession(
                used ? Optional.of(session.id().value()) : Optional.empty(),
                new CdrToken(driver.emsp(), driver.uid(), driver.type(), driver.contractId()),
                opening.permit().method(),
                opening.permit().reference(),
                location(opening.place(), used),
                opening.place().evse().meter().map(Evse.Meter::serial));
    }

    private static CdrLocation location(Place place, boolean used) {
        Address address = place.location().address();
        return new CdrLocation(
                place.location().id(),
                place.location().name(),
                new CdrAddress(
                        address.street(),
                        address.city(),
                        address.postalCode(),
                        address.country(),
                        address.latitude(),
                        address.longitude()),
                used ? connector(place) : CdrConnector.UNUSED);
    }

    private static CdrConnector connector(Place place) {
        Connector connector = place.connector();
        return new CdrConnector(
                place.evse().uid(),
                place.evse().evseId(),
                connector.id(),
                connector.kind().standard(),
                connector.kind().format(),
                connector.kind().powerType());
    }
}
