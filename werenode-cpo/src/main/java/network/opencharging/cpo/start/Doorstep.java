package network.opencharging.cpo.start;

import network.opencharging.bridge.tariff.TariffType;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.Place;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.EvseStatus;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Spot;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.start.StartAnswer.Why;
import network.opencharging.cpo.unit.EvseRef;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks whether somebody could charge where he wants to. */
public final class Doorstep {
    private final Sites sites;
    private final Tariffs tariffs;
    private final Statuses statuses;
    private final ChargePorts ports;
    private final EvseManager manager;

    public Doorstep(
            Sites sites,
            Tariffs tariffs,
            Statuses statuses,
            ChargePorts ports,
            EvseManager manager) {
        this.sites = sites;
        this.tariffs = tariffs;
        this.statuses = statuses;
        this.ports = ports;
        this.manager = manager;
    }

    /** What was found. */
    sealed interface Found {
        /**
         * A place.
         *
         * @param kept the reservation by which it is this driver's
         */
        record Free(Place place, TariffSheet tariff, Optional<ChargeSession> kept)
                implements Found {}

        /** Why not. */
        record Not(StartAnswer.Refused refused) implements Found {}
    }

    private static Found not(Why why, String text) {
        return new Found.Not(new StartAnswer.Refused(why, text));
    }

    Found look(StartWish.Target target, Driver driver, Instant now) {
        Optional<Location> location = sites.find(target.location());
        if (location.isEmpty()) {
            return not(Why.UNKNOWN_LOCATION, "There is no such location.");
        }
        if (target.evse().isPresent()) {
            return sites.find(new EvseRef(target.location(), target.evse().get()))
                    .map(spot -> look(spot, target.connector(), driver, now))
                    .orElseGet(() -> not(Why.UNKNOWN_EVSE, "The location has no such EVSE."));
        }
        List<Found> all =
                location.get().evses().stream()
                        .map(evse ->
                                look(
                                        new Spot(location.get(), evse),
                                        target.connector(),
                                        driver,
                                        now))
                        .toList();
        return all.stream()
                .filter(Found.Free.class::isInstance)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseGet(() -> not(Why.UNKNOWN_EVSE, "The location has no EVSE."));
    }

    private Found look(Spot spot, Optional<String> wanted, Driver driver, Instant now) {
        Optional<Connector> connector =
                wanted.map(spot.evse()::connector)
                        .orElseGet(() -> Optional.of(spot.evse().connectors().getFirst()));
        if (connector.isEmpty()) {
            return not(Why.UNKNOWN_EVSE, "The EVSE has no such connector.");
        }
        Optional<PortId> port = spot.evse().port();
        if (port.isEmpty()) {
            return not(Why.OUT_OF_ORDER, "The EVSE is not in use yet.");
        }
        Optional<ChargeSession> there = manager.at(port.get());
        Optional<ChargeSession> kept = there.filter(session -> isKept(session, driver));
        if (there.isPresent() && kept.isEmpty()) {
            return there.get().phase() instanceof Phase.Reserved
                    ? not(Why.RESERVED, "The EVSE is reserved for somebody else.")
                    : not(Why.OCCUPIED, "Somebody charges at this EVSE.");
        }
        Optional<Found> trouble = trouble(spot, port.get());
        return trouble.orElseGet(() ->
                tariff(connector.get(), now)
                        .<Found>map(sheet ->
                                new Found.Free(
                                        Place.of(spot.location(), spot.evse(), connector.get()),
                                        sheet,
                                        kept))
                        .orElseGet(() ->
                                not(Why.NO_TARIFF, "No tariff is in force at this connector.")));
    }

    private static boolean isKept(ChargeSession session, Driver driver) {
        return session.phase() instanceof Phase.Reserved
                && session.opening().driver().isSame(driver);
    }

    private Optional<Found> trouble(Spot spot, PortId port) {
        EvseStatus.Word word = statuses.now(spot.ref()).word();
        if (ports.find(port).filter(found -> found.health().online()).isEmpty()) {
            return Optional.of(not(Why.OFFLINE, "The charging station is not connected."));
        }
        return word == EvseStatus.Word.OUTOFORDER || word == EvseStatus.Word.INOPERATIVE
                ? Optional.of(not(Why.OUT_OF_ORDER, "The EVSE is out of order."))
                : Optional.empty();
    }

    /** By which tariff a session at a connector would be billed. */
    Optional<TariffSheet> tariff(Connector connector, Instant now) {
        return tariffs.choose(connector, TariffType.REGULAR, now);
    }
}
