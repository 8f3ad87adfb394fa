package network.opencharging.cpo.config;

import network.opencharging.cpo.device.DeviceEvents;
import network.opencharging.cpo.ocpp.away.StationWatch;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.Central;
import network.opencharging.cpo.ocpp.central.CentralSettings;
import network.opencharging.cpo.ocpp.central.Ledger;
import network.opencharging.cpo.ocpp.central.News;
import network.opencharging.cpo.ocpp.central.Orders;
import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.door.Admittance;
import network.opencharging.cpo.ocpp.door.Handshake;
import network.opencharging.cpo.ocpp.door.StationSocket;
import network.opencharging.cpo.ocpp.door.StormGate;
import network.opencharging.cpo.ocpp.frame.FrameText;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.ActionDesk;
import network.opencharging.cpo.ocpp.schema.Schemas;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.Protocol;
import network.opencharging.cpo.ocpp.station.StationConnection;
import network.opencharging.cpo.ocpp.station.Surroundings;
import network.opencharging.cpo.ocpp.v16.Desk16;
import network.opencharging.cpo.ocpp.v201.Desk201;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.secret.Passwords;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.start.Admissions;
import network.opencharging.cpo.store.JdbcMessages;
import network.opencharging.cpo.store.JdbcOrders;
import network.opencharging.cpo.store.JdbcPlugs;
import network.opencharging.cpo.supply.SessionsEar;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The central system. */
@Configuration(proxyBeanMethods = false)
class OcppConfig {
    private static final Duration LAST_WORKS = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Sessions hear devices; found when the first one tells something, because both need each
     * other.
     */
    @Bean
    @Primary
    DeviceEvents deviceEvents(ObjectProvider<SessionsEar> sessions, ObjectProvider<EventTap> taps) {
        return new EventLog(sessions::getObject, taps.stream().toList());
    }

    @Bean(destroyMethod = "")
    ExecutorService workers() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /** What is under way comes to its end; only what would last for ever is cut off. */
    @Bean
    DisposableBean lastWorks(ExecutorService workers) {
        return () -> {
            workers.shutdown();
            if (!workers.awaitTermination(LAST_WORKS.toSeconds(), TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        };
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService timers() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("timers").factory());
    }

    @Bean
    Roll roll(Books books) {
        return new Roll(books.stations());
    }

    @Bean
    Orders orders(JdbcTemplate jdbc, Clock clock, ObjectProvider<EvseManager> manager, Bell bell) {
        return new Orders(
                new JdbcOrders(JdbcClient.create(jdbc)),
                clock,
                (station, evse, token) ->
                        manager.getObject().running().stream()
                                .filter(session ->
                                        SessionConfig.waitsFor(session, station, evse, token))
                                .map(session -> session.id().value())
                                .findFirst(),
                () -> bell.ring(Company.ORDERS, ""));
    }

    @Bean
    News news(DeviceEvents events, Books books, Clock clock) {
        return new News(events, books, clock);
    }

    @Bean
    Ledger ledger(
            Books books,
            Orders orders,
            News news,
            ObjectProvider<Admissions> admissions,
            ObjectProvider<Sites> sites,
            Clock clock) {
        return new Ledger(
                books,
                orders,
                news,
                (station, evse, token) ->
                        SessionConfig.verdict(
                                admissions
                                        .getObject()
                                        .judge(
                                                token,
                                                SessionConfig.place(
                                                        sites.getObject(), station, evse))),
                clock);
    }

    @Bean
    Central central(
            Books books, Roll roll, Ledger ledger, News news, CpoSettings settings, Clock clock) {
        CpoSettings.Stations set = settings.stations();
        CentralSettings told = new CentralSettings(set.heartbeat(), set.retry());
        return new Central(books, roll, ledger, news, told, clock);
    }

    @Bean
    Map<OcppVersion, Protocol> protocols(
            Central central, HoldingConfig.Attention attention, CpoSettings settings, Clock clock) {
        Map<OcppVersion, Protocol> protocols = new EnumMap<>(OcppVersion.class);
        for (OcppVersion version : OcppVersion.values()) {
            ActionDesk desk =
                    switch (version) {
                        case V16 -> new Desk16(central, clock);
                        case V201, V21 -> new Desk201(central, clock);
                    };
            protocols.put(
                    version,
                    new Protocol(
                            version,
                            Schemas.of(version),
                            attention.at(version, desk),
                            settings.stations().strictness()));
        }
        return protocols;
    }

    /** The watch needs connections too: it is found when the first station comes. */
    @Bean
    Connections connections(ObjectProvider<StationWatch> watch) {
        return new Connections(
                new Connections.Presence() {
                    @Override
                    public void arrived(StationConnection connection) {
                        watch.getObject().holds(connection);
                    }

                    @Override
                    public void left(StationConnection connection) {
                        watch.getObject().holdsNoMore(connection);
                    }
                });
    }

    @Bean
    Surroundings surroundings(
            JdbcMessages messages,
            Clock clock,
            ExecutorService workers,
            ScheduledExecutorService timers,
            Supplier<String> ids) {
        return new Surroundings(new FrameText(), messages, clock, workers, timers, ids);
    }

    @Bean
    Passwords passwords(DataFolder folder) {
        return new Passwords(
                HexFormat.of().parseHex(folder.secret("stations.key")), new SecureRandom());
    }

    @Bean
    Admittance admittance(
            Roll roll,
            Books books,
            Passwords passwords,
            JdbcPlugs plugs,
            CpoSettings settings,
            Clock clock) {
        return new Admittance(
                roll,
                books.stations(),
                passwords,
                settings.stations().unknown(),
                clock,
                plugs::knows);
    }

    @Bean
    Handshake handshake(Admittance admittance, StormGate gate) {
        return new Handshake(admittance, gate);
    }

    @Bean
    StormGate stormGate(CpoSettings settings, Clock clock) {
        return new StormGate(settings.stations().handshakesPerSecond(), clock);
    }

    /** Before the server, which would cut them off without a word, and before any other work. */
    @Bean
    SmartLifecycle farewell(StormGate gate, Connections connections) {
        return new Farewell(gate, connections);
    }

    @Bean
    StationSocket stationSocket(
            Map<OcppVersion, Protocol> protocols,
            Central central,
            Connections connections,
            Surroundings surroundings) {
        return new StationSocket(protocols, central, connections, surroundings);
    }
}
