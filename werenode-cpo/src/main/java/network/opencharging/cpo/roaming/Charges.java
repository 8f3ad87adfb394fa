package network.opencharging.cpo.roaming;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.AuthMethod;
import network.opencharging.bridge.model.v221.CdrToken;
import network.opencharging.bridge.model.v221.Price;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.SessionStatus;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.bridge.unit.Money;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.Place;
import network.opencharging.cpo.site.Evse;
import network.opencharging.protocol.party.PartyId;

/** Sessions in OCPI's words (OCPI 2.2.1 §9.3). */
final class Charges {
    private Charges() {}

    static Session session(ChargeSession from) {
        Opening opening = from.opening();
        Place place = opening.place();
        PartyId operator = place.location().operator();
        Session.Builder session =
                Session.builder()
                        .countryCode(CiString.of(operator.countryCode()))
                        .partyId(CiString.of(operator.partyId()))
                        .id(CiString.of(from.id().value()))
                        .startDateTime(
                                from.times()
                                        .began()
                                        .or(() -> from.times().reserved())
                                        .orElse(from.times().asked()))
                        .kwh(from.energy().kilowattHours())
                        .cdrToken(token(opening.driver()))
                        .authMethod(new AuthMethod(opening.permit().method().name()))
                        .locationId(CiString.of(place.location().id()))
                        .evseUid(CiString.of(place.evse().uid()))
                        .connectorId(CiString.of(place.connector().id()))
                        .currency(opening.tariff().tariff().prices().currency().getCurrencyCode())
                        .status(status(from))
                        .lastUpdated(from.times().updated());
        from.times().ended().ifPresent(session::endDateTime);
        opening.permit().reference().map(CiString::of).ifPresent(session::authorizationReference);
        place.evse().meter().map(Evse.Meter::serial).ifPresent(session::meterId);
        from.funding().cost().map(Charges::price).ifPresent(session::totalCost);
        return session.build();
    }

    private static SessionStatus status(ChargeSession from) {
        return switch (from.phase()) {
            case Phase.Reserved _ -> SessionStatus.RESERVATION;
            case Phase.Ordered _ -> SessionStatus.PENDING;
            case Phase.Promised _ -> SessionStatus.PENDING;
            case Phase.Delivering _ -> SessionStatus.ACTIVE;
            case Phase.Suspended _ -> SessionStatus.ACTIVE;
            case Phase.Stopping _ -> from.hasBegun() ? SessionStatus.ACTIVE : SessionStatus.PENDING;
            case Phase.Ended _ -> SessionStatus.COMPLETED;
            case Phase.Closed _ -> SessionStatus.COMPLETED;
            case Phase.Failed _ -> SessionStatus.INVALID;
        };
    }

    private static CdrToken token(Driver driver) {
        return CdrToken.builder()
                .countryCode(CiString.of(driver.emsp().countryCode()))
                .partyId(CiString.of(driver.emsp().partyId()))
                .uid(CiString.of(driver.uid()))
                .type(new TokenType(driver.type().name()))
                .contractId(CiString.of(driver.contractId()))
                .build();
    }

    static Price price(Money money) {
        Price.Builder price = Price.builder().exclVat(money.exclVat());
        money.inclVat().ifPresent(price::inclVat);
        return price.build();
    }
}
