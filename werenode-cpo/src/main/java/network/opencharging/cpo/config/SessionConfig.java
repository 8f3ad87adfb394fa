package network.opencharging.cpo.config;

import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.account.RoamingTokens;
import network.opencharging.cpo.account.RoamingTokens.Permission;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.TokenBook;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Patience;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.SessionRules;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Spot;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.start.Admissions;
import network.opencharging.cpo.start.DeviceStarts;
import network.opencharging.cpo.start.Doorstep;
import network.opencharging.cpo.start.StartDesk;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.protocol.party.PartyId;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sites and sessions: who decides, and how one comes in. */
@Configuration(proxyBeanMethods = false)
class SessionConfig {
    private static final int LONGEST = 36;

    @Bean
    PartyId operator(CpoSettings settings) {
        return settings.sessions().operator();
    }

    @Bean
    Sites sites(SiteBook book) {
        return new Sites(book);
    }

    @Bean
    Tariffs tariffs(SiteBook book) {
        return new Tariffs(book);
    }

    @Bean
    Patience patience(CpoSettings settings) {
        CpoSettings.Sessions set = settings.sessions();
        return new Patience(set.startPatience(), set.stopPatience(), set.tellEvery());
    }

    @Bean
    EvseManager evseManager(SessionStore store, Patience patience, Clock clock) {
        return new EvseManager(store, new SessionRules(patience), clock);
    }

    @Bean
    StartDesk.Edge edge(Clock clock) {
        return new StartDesk.Edge(clock, () -> UUID.randomUUID().toString());
    }

    @Bean
    Doorstep doorstep(
            Sites sites,
            Tariffs tariffs,
            Statuses statuses,
            ChargePorts ports,
            EvseManager manager) {
        return new Doorstep(sites, tariffs, statuses, ports, manager);
    }

    @Bean
    StartDesk startDesk(
            EvseManager manager,
            Doorstep doorstep,
            Sites sites,
            ChargePorts ports,
            Patience patience,
            StartDesk.Edge edge) {
        return new StartDesk(manager, doorstep, sites, ports, patience, edge);
    }

    /** As long as no partner is connected, none knows a token. */
    @Bean
    Admissions admissions(
            Books books,
            ObjectProvider<RoamingTokens> partners,
            CpoSettings settings,
            Clock clock) {
        RoamingTokens roaming = partners.getIfAvailable(() -> (_, _) -> new Permission.Unknown());
        PartyId operator = settings.sessions().operator();
        boolean anybody = settings.stations().unknownTokens();
        return new Admissions(
                token ->
                        books.tokens()
                                .find(token)
                                .map(known -> own(operator, known, clock.instant()))
                                .orElseGet(Permission.Unknown::new),
                roaming,
                token -> anybody ? allowed(operator, token) : new Permission.Unknown(),
                clock);
    }

    private static Permission own(PartyId operator, TokenBook.Token known, Instant now) {
        Authorization.Verdict verdict = known.at(now).verdict();
        return verdict == Authorization.Verdict.ACCEPTED
                ? allowed(operator, known.token())
                : new Permission.Refused(
                        Optional.of(driver(operator, known.token())), verdict.name());
    }

    private static Permission allowed(PartyId operator, String token) {
        return new Permission.Allowed(
                driver(operator, token), AuthMethod.WHITELIST, Optional.empty());
    }

    private static Driver driver(PartyId operator, String token) {
        String uid = token.substring(0, Math.min(LONGEST, token.length()));
        return new Driver(operator, uid, TokenType.RFID, uid);
    }

    @Bean
    DeviceStarts deviceStarts(
            EvseManager manager,
            Sites sites,
            Doorstep doorstep,
            Admissions admissions,
            StartDesk desk,
            DeviceStarts.Own own) {
        return new DeviceStarts(manager, sites, doorstep, admissions, desk, own);
    }

    @Bean
    DeviceStarts.Own deviceStartsOwn(Patience patience, StartDesk.Edge edge) {
        return new DeviceStarts.Own(patience, edge);
    }

    /** Whether a session waits for a start that looks like this. */
    static boolean waitsFor(ChargeSession session, String station, int evse, String token) {
        PortId port = session.opening().place().port();
        boolean waits =
                session.phase() instanceof Phase.Ordered
                        || session.phase() instanceof Phase.Promised;
        return waits
                && port.device().equals(station)
                && (evse == 0 || port.evse() == evse)
                && session.opening().tag().equalsIgnoreCase(token);
    }

    /** The EVSE of which a station speaks; of which one it is, where it does not say. */
    static Optional<EvseRef> place(Sites sites, String station, int evse) {
        return evse > 0
                ? sites.at(new PortId(station, evse)).map(Spot::ref)
                : sites.spots().stream()
                        .filter(spot ->
                                spot.evse()
                                        .port()
                                        .filter(port -> port.device().equals(station))
                                        .isPresent())
                        .map(Spot::ref)
                        .findFirst();
    }

    /** What a station is told. */
    static Authorization verdict(Permission permission) {
        return Authorization.of(
                switch (permission) {
                    case Permission.Allowed _ -> Authorization.Verdict.ACCEPTED;
                    case Permission.Refused(_, String why) ->
                            switch (why) {
                                case "BLOCKED" -> Authorization.Verdict.BLOCKED;
                                case "EXPIRED" -> Authorization.Verdict.EXPIRED;
                                default -> Authorization.Verdict.INVALID;
                            };
                    case Permission.Unknown _ -> Authorization.Verdict.INVALID;
                });
    }
}
