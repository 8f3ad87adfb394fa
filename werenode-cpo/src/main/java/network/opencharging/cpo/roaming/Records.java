package network.opencharging.cpo.roaming;

import network.opencharging.bridge.metering.SignedData;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.v221.AuthMethod;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.CdrDimension;
import network.opencharging.bridge.model.v221.CdrDimensionType;
import network.opencharging.bridge.model.v221.CdrLocation;
import network.opencharging.bridge.model.v221.CdrToken;
import network.opencharging.bridge.model.v221.ChargingPeriod;
import network.opencharging.bridge.model.v221.ConnectorFormat;
import network.opencharging.bridge.model.v221.ConnectorType;
import network.opencharging.bridge.model.v221.GeoLocation;
import network.opencharging.bridge.model.v221.PowerType;
import network.opencharging.bridge.model.v221.SignedValue;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.bridge.tariff.CostField;
import network.opencharging.cpo.cdr.Cdr;
import network.opencharging.cpo.cdr.CdrBill;
import network.opencharging.cpo.cdr.CdrPeriod;
import network.opencharging.cpo.cdr.CdrSession;
import network.opencharging.cpo.cdr.KeptCdr;
import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import java.util.List;

/** CDRs and tariffs in OCPI's words (OCPI 2.2.1 §10.3, §11.3). */
final class Records {
    private static final String SIGNED = "$.signed_data";

    private Records() {}

    /** A CDR; what its meter signed is left out where it is longer than OCPI 2.2.1 allows. */
    static CDR cdr(KeptCdr kept) {
        CDR whole = whole(kept);
        boolean tooLong =
                CDR.SHAPE.check(whole.json()).stream()
                        .filter(Finding::forbidsSending)
                        .anyMatch(found -> found.path().startsWith(SIGNED));
        return tooLong
                ? builder(kept).remark("What the meter signed is kept by the operator.").build()
                : whole;
    }

    private static CDR whole(KeptCdr kept) {
        CDR.Builder cdr = builder(kept);
        kept.cdr().signedData().map(Records::signed).ifPresent(cdr::signedData);
        return cdr.build();
    }

    private static CDR.Builder builder(KeptCdr kept) {
        Cdr from = kept.cdr();
        CdrSession session = from.session();
        CdrBill bill = from.bill();
        PartyId operator = from.key().operator();
        CDR.Builder cdr =
                CDR.builder()
                        .countryCode(CiString.of(operator.countryCode()))
                        .partyId(CiString.of(operator.partyId()))
                        .id(CiString.of(from.key().id()))
                        .startDateTime(bill.volumes().start())
                        .endDateTime(bill.volumes().end())
                        .cdrToken(token(session.token()))
                        .authMethod(new AuthMethod(session.authMethod().name()))
                        .cdrLocation(location(session.location()))
                        .currency(bill.total().currency().getCurrencyCode())
                        .tariffs(List.of(tariff(kept.tariff())))
                        .chargingPeriods(bill.periods().stream().map(Records::period).toList())
                        .totalCost(Charges.price(bill.total()))
                        .totalEnergy(bill.volumes().energy().kilowattHours())
                        .totalTime(bill.volumes().hours())
                        .totalParkingTime(bill.volumes().parkingHours())
                        .lastUpdated(from.written());
        costs(cdr, bill);
        session.sessionId().map(CiString::of).ifPresent(cdr::sessionId);
        session.authorizationReference().map(CiString::of).ifPresent(cdr::authorizationReference);
        session.meterId().ifPresent(cdr::meterId);
        from.creditOf().ifPresent(id -> cdr.credit(true).creditReferenceId(CiString.of(id)));
        return cdr;
    }

    private static void costs(CDR.Builder cdr, CdrBill bill) {
        bill.cost(CostField.FIXED).map(Charges::price).ifPresent(cdr::totalFixedCost);
        bill.cost(CostField.ENERGY).map(Charges::price).ifPresent(cdr::totalEnergyCost);
        bill.cost(CostField.TIME).map(Charges::price).ifPresent(cdr::totalTimeCost);
        bill.cost(CostField.PARKING).map(Charges::price).ifPresent(cdr::totalParkingCost);
        bill.cost(CostField.RESERVATION).map(Charges::price).ifPresent(cdr::totalReservationCost);
    }

    private static CdrToken token(network.opencharging.cpo.cdr.CdrToken from) {
        return CdrToken.builder()
                .countryCode(CiString.of(from.emsp().countryCode()))
                .partyId(CiString.of(from.emsp().partyId()))
                .uid(CiString.of(from.uid()))
                .type(new TokenType(from.type().name()))
                .contractId(CiString.of(from.contractId()))
                .build();
    }

    private static CdrLocation location(network.opencharging.cpo.cdr.CdrLocation from) {
        CdrLocation.Builder location =
                CdrLocation.builder()
                        .id(CiString.of(from.id()))
                        .address(from.address().street())
                        .city(from.address().city())
                        .country(from.address().country())
                        .coordinates(
                                GeoLocation.builder()
                                        .latitude(from.address().latitude())
                                        .longitude(from.address().longitude())
                                        .build())
                        .evseUid(CiString.of(from.connector().evseUid()))
                        .evseId(CiString.of(from.connector().evseId()))
                        .connectorId(CiString.of(from.connector().connectorId()))
                        .connectorStandard(new ConnectorType(from.connector().standard()))
                        .connectorFormat(new ConnectorFormat(from.connector().format()))
                        .connectorPowerType(new PowerType(from.connector().powerType()));
        from.name().ifPresent(location::name);
        from.address().postalCode().ifPresent(location::postalCode);
        return location.build();
    }

    private static ChargingPeriod period(CdrPeriod from) {
        return ChargingPeriod.builder()
                .startDateTime(from.start())
                .dimensions(
                        from.dimensions().stream()
                                .map(one ->
                                        CdrDimension.builder()
                                                .type(new CdrDimensionType(one.type().name()))
                                                .volume(one.volume())
                                                .build())
                                .toList())
                .build();
    }

    private static network.opencharging.bridge.model.v221.SignedData signed(SignedData from) {
        var signed =
                network.opencharging.bridge.model.v221.SignedData.builder()
                        .encodingMethod(CiString.of(SignedData.ENCODING))
                        .encodingMethodVersion(1L)
                        .publicKey(from.publicKey())
                        .signedValues(from.values().stream().map(Records::value).toList());
        from.url().ifPresent(signed::url);
        return signed.build();
    }

    private static SignedValue value(SignedData.SignedValue from) {
        return SignedValue.builder()
                .nature(CiString.of(from.nature()))
                .plainData(from.plainData())
                .signedData(from.signedData())
                .build();
    }

    static Tariff tariff(TariffSheet sheet) {
        Json json = JsonReader.standard().read(sheet.text()).optional().orElse(Json.Null.NULL);
        return Tariff.SHAPE.read(json).orThrow();
    }
}
