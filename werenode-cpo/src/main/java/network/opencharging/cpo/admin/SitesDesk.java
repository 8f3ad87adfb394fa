package network.opencharging.cpo.admin;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.site.Address;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.protocol.party.PartyId;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Locations with their EVSEs, and the tariffs by which they charge. */
@RestController
public class SitesDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private final Sites sites;
    private final Tariffs tariffs;
    private final Statuses statuses;
    private final PartyId own;
    private final Clock clock;

    /**
     * @param own whose locations are that name no operator
     */
    public SitesDesk(Sites sites, Tariffs tariffs, Statuses statuses, PartyId own, Clock clock) {
        this.sites = sites;
        this.tariffs = tariffs;
        this.statuses = statuses;
        this.own = own;
        this.clock = clock;
    }

    /** All locations. */
    @GetMapping("/admin/locations")
    List<LocationView> locations() {
        return sites.all().stream().map(this::view).toList();
    }

    /** One. */
    @GetMapping("/admin/locations/{location}")
    LocationView location(@PathVariable String location) {
        return sites.find(location)
                .map(this::view)
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such location"));
    }

    /** Writes one down, new or changed. */
    @PutMapping("/admin/locations/{location}")
    LocationView put(@PathVariable String location, @RequestBody LocationWish wish) {
        Location wanted =
                wish.location(location, own, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        for (Evse evse : wanted.evses()) {
            evse.connectors().forEach(this::refuseUnknownTariffs);
        }
        try {
            sites.put(wanted);
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return location(location);
    }

    private void refuseUnknownTariffs(Connector connector) {
        for (String id : connector.tariffs()) {
            if (tariffs.find(id).isEmpty()) {
                throw new Wrong(BAD_REQUEST, "there is no tariff " + id + ": write it down first");
            }
        }
    }

    /** Forgets one; sessions that go on there go on. */
    @DeleteMapping("/admin/locations/{location}")
    ResponseEntity<Void> removeLocation(@PathVariable String location) {
        if (!sites.remove(location)) {
            throw new Wrong(NOT_FOUND, "there is no such location");
        }
        return ResponseEntity.noContent().build();
    }

    private LocationView view(Location location) {
        return new LocationView(
                location.id(),
                location.operator().toString(),
                location.name().orElse(""),
                location.address(),
                location.zone().getId(),
                location.power().map(power -> power.value()),
                location.published(),
                location.updated().toString(),
                location.evses().stream().map(evse -> view(location, evse)).toList());
    }

    private EvseView view(Location location, Evse evse) {
        EvseStatus status = statuses.now(new EvseRef(location.id(), evse.uid()));
        return new EvseView(
                evse.uid(),
                evse.evseId(),
                evse.port().map(PortId::device),
                evse.port().map(PortId::evse),
                status.word().name(),
                status.since().toString(),
                evse.plugIn(),
                evse.meter().map(Evse.Meter::serial),
                evse.connectors().stream().map(ConnectorView::of).toList());
    }

    /** All tariffs. */
    @GetMapping("/admin/tariffs")
    List<JsonText> tariffs() {
        return tariffs.all().stream().map(sheet -> new JsonText(sheet.text())).toList();
    }

    /** One. */
    @GetMapping("/admin/tariffs/{tariff}")
    JsonText tariff(@PathVariable String tariff) {
        return tariffs.find(tariff)
                .map(sheet -> new JsonText(sheet.text()))
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such tariff"));
    }

    /** Writes one down, new or changed; one that contradicts itself is refused with its rules. */
    @PutMapping(path = "/admin/tariffs/{tariff}", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonText put(@PathVariable String tariff, @RequestBody String text) {
        TariffSheet sheet;
        try {
            sheet = TariffSheet.read(text);
        } catch (TariffSheet.Refused e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        if (!sheet.tariff().key().id().equalsIgnoreCase(tariff)) {
            throw new Wrong(BAD_REQUEST, "id must be that of the address");
        }
        tariffs.put(sheet);
        return tariff(tariff);
    }

    /** Forgets one; sessions that began with it are billed by it. */
    @DeleteMapping("/admin/tariffs/{tariff}")
    ResponseEntity<Void> removeTariff(@PathVariable String tariff) {
        boolean used =
                sites.spots().stream()
                        .flatMap(spot -> spot.evse().connectors().stream())
                        .flatMap(connector -> connector.tariffs().stream())
                        .anyMatch(tariff::equalsIgnoreCase);
        if (used) {
            throw new Wrong(BAD_REQUEST, "a connector charges by it: take it from there first");
        }
        if (!tariffs.remove(tariff)) {
            throw new Wrong(NOT_FOUND, "there is no such tariff");
        }
        return ResponseEntity.noContent().build();
    }

    /** A location as the API shows it. */
    record LocationView(
            String id,
            String operator,
            String name,
            Address address,
            String zone,
            Optional<Long> powerWatts,
            boolean published,
            String updatedAt,
            List<EvseView> evses) {}

    /** An EVSE as the API shows it. */
    record EvseView(
            String uid,
            String evseId,
            Optional<String> device,
            Optional<Integer> port,
            String status,
            String since,
            Optional<String> plugIn,
            Optional<String> meterSerial,
            List<ConnectorView> connectors) {}

    /** A connector as the API shows it. */
    record ConnectorView(
            String id,
            String standard,
            String format,
            String powerType,
            int maxVoltage,
            int maxAmperage,
            List<String> tariffs) {
        static ConnectorView of(Connector connector) {
            return new ConnectorView(
                    connector.id(),
                    connector.kind().standard(),
                    connector.kind().format(),
                    connector.kind().powerType(),
                    connector.maxVoltage(),
                    connector.maxAmperage(),
                    connector.tariffs());
        }
    }
}
