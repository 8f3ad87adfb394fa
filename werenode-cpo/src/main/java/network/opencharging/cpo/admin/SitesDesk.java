package network.opencharging.cpo.admin;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.people.Estate;
import network.opencharging.cpo.people.Holdings;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.site.Address;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.protocol.party.PartyId;

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

/** Locations with their EVSEs. */
@RestController
public class SitesDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private final Sites sites;
    private final Tariffs tariffs;
    private final Statuses statuses;
    private final Estate estate;
    private final PartyId own;
    private final Clock clock;

    /**
     * @param own whose locations are that name no operator
     */
    public SitesDesk(
            Sites sites,
            Tariffs tariffs,
            Statuses statuses,
            Estate estate,
            PartyId own,
            Clock clock) {
        this.sites = sites;
        this.tariffs = tariffs;
        this.statuses = statuses;
        this.estate = estate;
        this.own = own;
        this.clock = clock;
    }

    /** All locations. */
    @GetMapping("/admin/locations")
    List<LocationView> locations(Sight sight) {
        return sites.all().stream()
                .filter(location -> sight.location(location.id()))
                .map(this::view)
                .toList();
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
    LocationView put(@PathVariable String location, @RequestBody LocationWish wish, Sight sight) {
        Location wanted =
                wish.location(location, own, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try {
            Optional<String> tenant =
                    estate.of(sight.caller(), wanted, Optional.ofNullable(wish.tenant()));
            for (Evse evse : wanted.evses()) {
                evse.connectors().forEach(connector -> refuseUnknownTariffs(connector, tenant));
            }
            // First whose it is: nobody else is to see it meanwhile.
            estate.give(Holdings.Kind.LOCATION, location, tenant);
            sites.put(wanted);
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return location(location);
    }

    private void refuseUnknownTariffs(Connector connector, Optional<String> tenant) {
        for (String id : connector.tariffs()) {
            if (tariffs.find(id).isEmpty() || !estate.mayCharge(tenant, id)) {
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
                estate.holder(Holdings.Kind.LOCATION, location.id()),
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

    /** A location as the API shows it. */
    record LocationView(
            String id,
            String operator,
            String name,
            Address address,
            String zone,
            Optional<Long> powerWatts,
            boolean published,
            Optional<String> tenant,
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
