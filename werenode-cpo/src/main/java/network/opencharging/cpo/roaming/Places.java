package network.opencharging.cpo.roaming;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.Capability;
import network.opencharging.bridge.model.v221.Connector;
import network.opencharging.bridge.model.v221.ConnectorFormat;
import network.opencharging.bridge.model.v221.ConnectorType;
import network.opencharging.bridge.model.v221.EVSE;
import network.opencharging.bridge.model.v221.GeoLocation;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.PowerType;
import network.opencharging.bridge.model.v221.Status;
import network.opencharging.cpo.site.Address;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.unit.EvseRef;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Locations in OCPI's words (OCPI 2.2.1 §8.3). */
final class Places {
    private static final List<Capability> ANY =
            List.of(Capability.REMOTE_START_STOP_CAPABLE, Capability.RESERVABLE);
    private static final List<Capability> STATION =
            List.of(
                    Capability.REMOTE_START_STOP_CAPABLE,
                    Capability.RESERVABLE,
                    Capability.RFID_READER,
                    Capability.UNLOCK_CAPABLE,
                    Capability.CHARGING_PROFILE_CAPABLE);

    private Places() {}

    /**
     * A location with its EVSEs as they are.
     *
     * @param now how an EVSE is, by its uid
     */
    static Location location(
            network.opencharging.cpo.site.Location from, Function<String, EvseStatus> now) {
        Address address = from.address();
        List<EVSE> evses =
                from.evses().stream()
                        .map(evse -> evse(evse, now.apply(evse.uid()), from.updated()))
                        .toList();
        Location.Builder location =
                Location.builder()
                        .countryCode(CiString.of(from.operator().countryCode()))
                        .partyId(CiString.of(from.operator().partyId()))
                        .id(CiString.of(from.id()))
                        .publish(from.published())
                        .address(address.street())
                        .city(address.city())
                        .country(address.country())
                        .coordinates(
                                GeoLocation.builder()
                                        .latitude(address.latitude())
                                        .longitude(address.longitude())
                                        .build())
                        .timeZone(from.zone().getId())
                        .evses(evses)
                        .lastUpdated(newest(evses, from.updated()));
        from.name().ifPresent(location::name);
        address.postalCode().ifPresent(location::postalCode);
        return location.build();
    }

    private static Instant newest(List<EVSE> evses, Instant own) {
        return evses.stream()
                .map(EVSE::lastUpdated)
                .filter(own::isBefore)
                .max(Instant::compareTo)
                .orElse(own);
    }

    private static EVSE evse(Evse from, EvseStatus status, Instant changed) {
        return EVSE.builder()
                .uid(CiString.of(from.uid()))
                .evseId(CiString.of(from.evseId()))
                .status(status(status))
                .capabilities(from.port().map(_ -> capabilities(from)).orElse(List.of()))
                .connectors(from.connectors().stream().map(one -> connector(one, changed)).toList())
                .lastUpdated(status.since().isAfter(changed) ? status.since() : changed)
                .build();
    }

    /** What hangs in a household's socket has no card reader and no lock. */
    private static List<Capability> capabilities(Evse evse) {
        boolean isPlug =
                evse.connectors().stream()
                        .allMatch(one -> one.kind().standard().startsWith("DOMESTIC_"));
        return isPlug ? ANY : STATION;
    }

    static Status status(EvseStatus status) {
        return new Status(status.word().name());
    }

    private static Connector connector(
            network.opencharging.cpo.site.Connector from, Instant changed) {
        return Connector.builder()
                .id(CiString.of(from.id()))
                .standard(new ConnectorType(from.kind().standard()))
                .format(new ConnectorFormat(from.kind().format()))
                .powerType(new PowerType(from.kind().powerType()))
                .maxVoltage(from.maxVoltage())
                .maxAmperage(from.maxAmperage())
                .maxElectricPower(from.watts())
                .tariffIds(from.tariffs().stream().map(CiString::of).toList())
                .lastUpdated(changed)
                .build();
    }

    /** A location that is gone: OCPI has no way to delete one, its EVSEs are. */
    static Location removed(network.opencharging.cpo.site.Location from, Instant now) {
        Function<String, EvseStatus> gone =
                uid -> new EvseStatus(new EvseRef(from.id(), uid), EvseStatus.Word.REMOVED, now);
        return location(from, gone).toBuilder().lastUpdated(now).build();
    }

    static Optional<String> text(Optional<CiString> value) {
        return value.map(CiString::text);
    }
}
