package network.opencharging.cpo.session;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.site.Address;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.cpo.unit.SessionId;
import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Sessions for tests: Bob's driver charges at Alice's plug from ten o'clock. */
public final class Sessions {
    /** Ten o'clock. */
    public static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    /** 0.40 EUR for a kWh, and a fifth of VAT. */
    public static final TariffSheet TARIFF =
            TariffSheet.read(
                    """
                    {"country_code":"DE","party_id":"ALC","id":"T","currency":"EUR","elements":[
                    {"price_components":[
                    {"type":"ENERGY","price":0.40,"vat":20.0,"step_size":1}]}],
                    "last_updated":"2026-01-01T00:00:00Z"}
                    """);

    /** The device's name for the charge. */
    public static final DeviceEvent.Charge CHARGE =
            new DeviceEvent.Charge(Optional.of("S1"), "TX1", Optional.of("TOKEN-B"));

    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final Driver BOBS =
            new Driver(new PartyId("NL", "BOB"), "TOKEN-B", TokenType.APP_USER, "NL-BOB-C1");

    private Sessions() {}

    /** A location with one EVSE at that port, of so much power. */
    public static Location location(PortId port, Optional<Watts> power) {
        Connector connector =
                new Connector(
                        "1",
                        new Connector.Kind("IEC_62196_T2", "SOCKET", "AC_3_PHASE"),
                        230,
                        32,
                        List.of("T"));
        Evse evse =
                new Evse(
                        "E1",
                        "DE*ALC*E1",
                        Optional.of(port),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(connector));
        Address address =
                new Address("Ring 1", "Wien", Optional.of("1010"), "AUT", "48.20849", "16.37208");
        return new Location(
                ALICE,
                "L1",
                new Location.About(Optional.of("Ring"), address, ZoneOffset.UTC, true),
                power,
                List.of(evse),
                TEN);
    }

    /** With what Bob's command begins, with those limits. */
    public static Opening opening(PortId port, Limits limits) {
        Location location = location(port, Optional.empty());
        Evse evse = location.evses().getFirst();
        return new Opening(
                Origin.COMMAND,
                BOBS,
                new Opening.Permit(
                        AuthMethod.COMMAND,
                        Optional.of("REF-1"),
                        Optional.of("COMMAND-1"),
                        Optional.empty()),
                Place.of(location, evse, evse.connectors().getFirst()),
                TARIFF,
                limits);
    }

    /** One that was just ordered. */
    public static ChargeSession ordered(String id, PortId port, Limits limits) {
        return ChargeSession.fresh(
                new SessionId(id),
                opening(port, limits),
                new Phase.Ordered(TEN.plusSeconds(120)),
                TEN);
    }

    /** Energy begins so many seconds after ten. */
    public static SessionEvent began(int second, long register) {
        return new SessionEvent.EnergyBegan(
                TEN.plusSeconds(second), CHARGE, Optional.of(new WattHours(register)));
    }

    /** The meter shows. */
    public static SessionEvent reads(int second, long register) {
        return new SessionEvent.MeterRead(
                TEN.plusSeconds(second), new WattHours(register), Optional.empty());
    }

    /** Energy ends. */
    public static SessionEvent ended(int second, long register, String reason) {
        return new SessionEvent.EnergyEnded(
                TEN.plusSeconds(second), CHARGE, Optional.of(new WattHours(register)), reason);
    }
}
