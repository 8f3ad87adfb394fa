package network.opencharging.cpo.admin;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.site.Address;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.Location;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A location as the operator wants it.
 *
 * @param operator whose it is, as DE/ALC; left out: the backend's own party
 * @param zone as Europe/Berlin
 * @param powerWatts the most that all its EVSEs may take together; left out: whatever they can
 * @param published left out: true
 * @param tenant whose it is beside the party; left out: as it was; empty: the house's
 */
record LocationWish(
        @Nullable String operator,
        @Nullable String name,
        @Nullable AddressWish address,
        @Nullable String zone,
        @Nullable Long powerWatts,
        @Nullable Boolean published,
        @Nullable String tenant,
        @Nullable List<EvseWish> evses) {

    private static final int BAD_REQUEST = 400;

    /** Where it is. */
    record AddressWish(
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String latitude,
            @Nullable String longitude) {
        Address address() {
            return new Address(
                    wanted("address.street", street),
                    wanted("address.city", city),
                    Optional.ofNullable(postalCode),
                    wanted("address.country", country),
                    wanted("address.latitude", latitude),
                    wanted("address.longitude", longitude));
        }
    }

    /** An EVSE; {@code device} with {@code port} is the station's or plug's. */
    record EvseWish(
            @Nullable String uid,
            @Nullable String evseId,
            @Nullable String device,
            @Nullable Integer port,
            @Nullable String plugIn,
            @Nullable String meterSerial,
            @Nullable String meterKey,
            @Nullable List<ConnectorWish> connectors) {
        Evse evse() {
            String name = wanted("evses.uid", uid);
            Optional<PortId> behind =
                    Optional.ofNullable(device)
                            .map(station -> new PortId(station, port == null ? 1 : port));
            Optional<Evse.Meter> meter =
                    meterSerial == null || meterKey == null
                            ? Optional.empty()
                            : Optional.of(new Evse.Meter(meterSerial, meterKey));
            return new Evse(
                    name,
                    wanted("evses.evseId", evseId),
                    behind,
                    Optional.ofNullable(plugIn),
                    meter,
                    wanted("evses.connectors", connectors).stream()
                            .map(ConnectorWish::connector)
                            .toList());
        }
    }

    /** A connector. */
    record ConnectorWish(
            @Nullable String id,
            @Nullable String standard,
            @Nullable String format,
            @Nullable String powerType,
            @Nullable Integer maxVoltage,
            @Nullable Integer maxAmperage,
            @Nullable List<String> tariffs) {
        Connector connector() {
            return new Connector(
                    id == null ? "1" : id,
                    new Connector.Kind(
                            standard == null ? "IEC_62196_T2" : standard,
                            format == null ? "SOCKET" : format,
                            powerType == null ? "AC_3_PHASE" : powerType),
                    maxVoltage == null ? 230 : maxVoltage,
                    maxAmperage == null ? 32 : maxAmperage,
                    tariffs == null ? List.of() : tariffs);
        }
    }

    Location location(String id, PartyId own, Instant now) {
        try {
            return new Location(
                    operator == null ? own : party(operator),
                    id,
                    new Location.About(
                            Optional.ofNullable(name),
                            wanted("address", address).address(),
                            ZoneId.of(wanted("zone", zone)),
                            !Boolean.FALSE.equals(published)),
                    Optional.ofNullable(powerWatts).map(Watts::new),
                    wanted("evses", evses).stream().map(EvseWish::evse).toList(),
                    now);
        } catch (DateTimeException e) {
            throw new Wrong(BAD_REQUEST, "zone must be a time zone, as Europe/Berlin");
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static PartyId party(String text) {
        return PartyId.parse(text)
                .orElseThrow(() -> new Wrong(BAD_REQUEST, "operator must be a party, as DE/ALC"));
    }

    private static <T> T wanted(String field, @Nullable T value) {
        if (value == null) {
            throw new Wrong(BAD_REQUEST, field + " is wanted");
        }
        return value;
    }
}
