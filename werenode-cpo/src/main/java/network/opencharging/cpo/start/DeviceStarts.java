package network.opencharging.cpo.start;

import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.account.RoamingTokens.Permission;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Origin;
import network.opencharging.cpo.session.Patience;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.Place;
import network.opencharging.cpo.session.SessionEvent;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Spot;
import network.opencharging.cpo.site.TariffSheet;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions that begin at the device: with a card, or with the plug alone. */
public final class DeviceStarts {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceStarts.class);
    private static final int LONGEST = 36;
    private final EvseManager manager;
    private final Sites sites;
    private final Doorstep doorstep;
    private final Admissions admissions;
    private final StartDesk desk;
    private final Own own;

    public DeviceStarts(
            EvseManager manager,
            Sites sites,
            Doorstep doorstep,
            Admissions admissions,
            StartDesk desk,
            Own own) {
        this.manager = manager;
        this.sites = sites;
        this.doorstep = doorstep;
        this.admissions = admissions;
        this.desk = desk;
        this.own = own;
    }

    /** How long is waited, and names. */
    public record Own(Patience patience, StartDesk.Edge edge) {}

    private record Who(Driver driver, Opening.Permit permit) {}

    /**
     * Energy began at a port and nobody had ordered it.
     *
     * @param token who began it; empty: the device did not say
     * @return its session; empty where the port belongs to no EVSE, or is kept for somebody else
     */
    public Optional<ChargeSession> begun(PortId port, Optional<String> token, Instant now) {
        Optional<Spot> spot = sites.at(port);
        if (spot.isEmpty()) {
            LOG.debug("{} belongs to no EVSE: no session", port);
            return Optional.empty();
        }
        Who who = who(token, spot.get());
        Optional<ChargeSession> there = manager.at(port);
        Opening opening = opening(spot.get(), who, now);
        if (there.isEmpty()) {
            Phase ordered = new Phase.Ordered(now.plus(own.patience().start()));
            return manager.open(
                    ChargeSession.fresh(
                            new SessionId(own.edge().ids().get()), opening, ordered, now),
                    List.of());
        }
        return there.filter(kept -> kept.phase() instanceof Phase.Reserved)
                .filter(kept -> kept.opening().driver().isSame(who.driver()))
                .flatMap(kept ->
                        manager.on(
                                kept.id(), new SessionEvent.ReservationUsed(now, opening, false)));
    }

    private Opening opening(Spot spot, Who who, Instant now) {
        Connector connector = spot.evse().connectors().getFirst();
        Optional<TariffSheet> tariff = doorstep.tariff(connector, now);
        Opening.Permit permit =
                tariff.isPresent()
                        ? who.permit()
                        : new Opening.Permit(
                                who.permit().method(),
                                who.permit().reference(),
                                Optional.empty(),
                                Optional.of("no tariff is in force at this connector"));
        return new Opening(
                Origin.CARD,
                who.driver(),
                permit,
                Place.of(spot.location(), spot.evse(), connector),
                tariff.orElseGet(() -> FreeTariff.of(spot.location().operator())),
                Limits.NONE);
    }

    private Who who(Optional<String> token, Spot spot) {
        PartyId operator = spot.location().operator();
        if (token.isEmpty()) {
            return stranger(operator, "UNKNOWN", "the device did not say who charges");
        }
        String uid = token.get().substring(0, Math.min(LONGEST, token.get().length()));
        return switch (admissions.judge(token.get(), Optional.of(spot.ref()))) {
            case Permission.Allowed(Driver driver, AuthMethod method, Optional<String> reference) ->
                    new Who(
                            driver,
                            new Opening.Permit(
                                    method, reference, Optional.empty(), Optional.empty()));
            case Permission.Refused(Optional<Driver> driver, String why) ->
                    driver.map(known -> refused(known, why))
                            .orElseGet(() -> stranger(operator, uid, why));
            case Permission.Unknown() -> stranger(operator, uid, "nobody knows the token");
        };
    }

    private static Who stranger(PartyId operator, String uid, String why) {
        return refused(new Driver(operator, uid, TokenType.OTHER, uid), why);
    }

    private static Who refused(Driver driver, String why) {
        return new Who(
                driver,
                new Opening.Permit(
                        AuthMethod.WHITELIST,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(why)));
    }

    /** A vehicle came; where that is enough, it is given energy. */
    public void arrived(PortId port) {
        sites.at(port)
                .filter(_ -> manager.at(port).isEmpty())
                .ifPresent(spot -> spot.evse().plugIn().ifPresent(token -> start(spot, token)));
    }

    private void start(Spot spot, String token) {
        Who who = who(Optional.of(token), spot);
        if (who.permit().refused().isPresent()) {
            LOG.warn("{}: plug-in does not charge: {}", spot.ref(), who.permit().refused().get());
            return;
        }
        EvseRef ref = spot.ref();
        StartWish.Target target =
                new StartWish.Target(ref.location(), Optional.of(ref.uid()), Optional.empty());
        StartAnswer answer =
                desk.start(
                        new StartWish(
                                Origin.PLUG_IN, who.driver(), who.permit(), target, Limits.NONE));
        if (answer instanceof StartAnswer.Refused(_, String text)) {
            LOG.warn("{}: plug-in does not charge: {}", ref, text);
        }
    }
}
