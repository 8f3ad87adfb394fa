package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.AdminHand;
import network.opencharging.cpo.ocpp.away.CallHand;
import network.opencharging.cpo.ocpp.away.Comings;
import network.opencharging.cpo.ocpp.away.ForgottenCommands;
import network.opencharging.cpo.ocpp.away.StationWatch;
import network.opencharging.cpo.ocpp.away.Whereabouts;
import network.opencharging.cpo.ocpp.central.News;
import network.opencharging.cpo.ocpp.central.Orders;
import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.command.CommandDesk;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.Protocol;
import network.opencharging.cpo.plug.away.PlugHand;
import network.opencharging.cpo.plug.roll.PlugRoll;
import network.opencharging.cpo.process.Alone;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.process.Duties;
import network.opencharging.cpo.process.Errands;
import network.opencharging.cpo.process.Holders;
import network.opencharging.cpo.process.Lead;
import network.opencharging.cpo.process.Leases;
import network.opencharging.cpo.process.Presence;
import network.opencharging.cpo.secret.Passwords;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.store.JdbcCommands;
import network.opencharging.cpo.store.JdbcErrands;
import network.opencharging.cpo.store.JdbcFacts;
import network.opencharging.cpo.store.JdbcHolders;
import network.opencharging.cpo.store.JdbcLeases;
import network.opencharging.cpo.store.PostgresBell;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Several processes on one PostgreSQL; on any other database there is only one. */
@Configuration(proxyBeanMethods = false)
class ProcessConfig {
    private static final Duration AT_LEAST = Duration.ofMillis(500);
    private static final Duration EVER = Duration.ofDays(36_500);

    /** Names for everything that needs one. */
    @Bean
    Supplier<String> ids() {
        return () -> UUID.randomUUID().toString();
    }

    @Bean
    Leases leases(JdbcTemplate jdbc, CpoSettings settings, Supplier<String> ids) {
        return settings.data().isShared()
                ? new JdbcLeases(JdbcClient.create(jdbc))
                : new Alone(ids.get());
    }

    @Bean(destroyMethod = "leave")
    Presence presence(Leases leases, CpoSettings settings, Supplier<String> ids) {
        Presence presence = new Presence(leases, ids.get(), settings.data().processLease());
        presence.show();
        return presence;
    }

    /** Beside those settings that check themselves. */
    @Bean
    SmartInitializingSingleton possibleTimes(CpoSettings settings) {
        return () -> {
            try {
                settings.stations().check();
            } catch (IllegalArgumentException e) {
                throw new StartRefused(String.valueOf(e.getMessage()), e);
            }
        };
    }

    /** A password written by one process must fit at every other. */
    @Bean
    SmartInitializingSingleton oneKey(JdbcTemplate jdbc, Passwords passwords) {
        return () -> {
            if (!new JdbcFacts(JdbcClient.create(jdbc)).agree("stations.key", passwords.mark())) {
                throw new StartRefused(
                        "The database was written with another stations.key: copy that file from"
                                + " the data folder (ocn.cpo.data.folder, OCN_CPO_DATA) of the"
                                + " backend that wrote it into this one's.");
            }
        };
    }

    @Bean(destroyMethod = "close")
    PostgresBell postgresBell(JdbcTemplate jdbc, CpoSettings settings) {
        CpoSettings.Storage data = settings.data();
        return new PostgresBell(
                JdbcClient.create(jdbc),
                new DriverManagerDataSource(data.url(), data.username(), data.password()),
                AT_LEAST);
    }

    @Bean
    Bell bell(PostgresBell postgres, CpoSettings settings) {
        return settings.data().isShared() ? postgres : Bell.silent();
    }

    @Bean
    JdbcErrands errandBook(JdbcTemplate jdbc, Bell bell, Clock clock) {
        return new JdbcErrands(JdbcClient.create(jdbc), bell, clock);
    }

    @Bean
    Errands errands(JdbcErrands book, Presence presence, ExecutorService workers, Clock clock) {
        return new Errands(book, presence, workers, clock);
    }

    @Bean
    Holders holders(
            JdbcTemplate jdbc, TransactionTemplate transactions, Bell bell, CpoSettings settings) {
        return settings.data().isShared()
                ? new JdbcHolders(jdbc, transactions, bell)
                : Holders.none();
    }

    /** Who speaks to plugs. */
    @Bean
    Lead plugLead(Leases leases, Presence presence, CpoSettings settings, Clock clock) {
        Duration lasts = settings.data().isShared() ? settings.data().processLease() : EVER;
        return new Lead("plugs", leases, presence.own(), lasts, clock);
    }

    /** Of several processes with a way to partners, one tells them. */
    @Bean
    OutboxTurn outboxTurn(
            Lead plugLead,
            Leases leases,
            Presence presence,
            JdbcTemplate jdbc,
            CpoSettings settings,
            Clock clock) {
        boolean shared = settings.data().isShared();
        Duration lasts = shared ? settings.data().processLease() : EVER;
        OutboxTurn.Kind kind = shared ? OutboxTurn.Kind.ONE_OF_MANY : OutboxTurn.Kind.ALONE;
        return new OutboxTurn(
                new OutboxTurn.Leads(
                        plugLead, new Lead("partners", leases, presence.own(), lasts, clock)),
                new JdbcFacts(JdbcClient.create(jdbc)),
                clock,
                settings.roaming().isWanted() ? OutboxTurn.Kind.INVITED : kind);
    }

    @Bean
    Round partnersTurn(OutboxTurn turn) {
        return new Round(turn::look);
    }

    @Bean
    Whereabouts whereabouts(
            Connections connections,
            Holders holders,
            Presence presence,
            Errands errands,
            Map<OcppVersion, Protocol> protocols,
            Supplier<String> ids) {
        return new Whereabouts(connections, holders, presence, errands, protocols, ids);
    }

    @Bean
    Comings comings(News news, Whereabouts whereabouts, ExecutorService workers) {
        return new Comings(news, whereabouts::gone, workers);
    }

    @Bean
    StationWatch stationWatch(
            Connections connections,
            Roll roll,
            Holders holders,
            Presence presence,
            Comings comings,
            Whereabouts whereabouts) {
        return new StationWatch(connections, roll, holders, presence, comings, whereabouts);
    }

    @Bean
    AdminHand adminHand(OperatorsPort port, DataFolder folder) {
        return new AdminHand(HttpClient.newHttpClient(), port::address, folder.secret("admin.key"));
    }

    @Bean
    Duties duties(
            Presence presence,
            JdbcErrands book,
            Connections connections,
            PlugRoll plugs,
            AdminHand admin,
            ExecutorService workers) {
        return new Duties(
                presence.own(),
                book,
                Map.of(
                        CallHand.KIND, new CallHand(connections),
                        PlugHand.KIND, new PlugHand(plugs),
                        AdminHand.KIND, admin),
                workers);
    }

    @Bean
    ForgottenCommands forgottenCommands(
            CommandDesk desk, JdbcCommands commands, JdbcErrands errands, Presence presence) {
        return new ForgottenCommands(desk, commands, errands, presence);
    }

    @Bean
    Company company(
            StationWatch stations,
            Orders orders,
            Errands errands,
            Duties duties,
            List<Round> rounds,
            Company.Pace pace) {
        return new Company(
                stations, orders, errands, duties, rounds.stream().map(Round::work).toList(), pace);
    }

    /** Something that is done again and again as long as this process shows itself. */
    record Round(Runnable work) {}

    @Bean
    Round showing(Presence presence) {
        return new Round(presence::show);
    }

    @Bean
    Round plugs(PlugTurn turn) {
        return new Round(turn::look);
    }

    @Bean
    Round forgotten(ForgottenCommands commands) {
        return new Round(commands::end);
    }

    @Bean
    Company.Pace pace(Clock clock, CpoSettings settings) {
        return new Company.Pace(clock, settings.data().processLease().dividedBy(5));
    }

    @Bean
    SharedPictures sharedPictures(
            Sites sites, Tariffs tariffs, EvseManager manager, Company company) {
        return new SharedPictures(sites, tariffs, manager, company);
    }

    /** Whoever asks this process anything finds what it has. */
    @Bean
    SmartLifecycle together(Company company) {
        return new Together(company::round);
    }

    /** Others ask what is answered at the operator's port: that is open by now. */
    @Bean
    ApplicationRunner listening(
            Company company,
            SharedPictures ears,
            PostgresBell bell,
            ScheduledExecutorService timers,
            CpoSettings settings) {
        CpoSettings.Storage data = settings.data();
        Rounds.Round alone =
                new Rounds.Round(
                        "looking after plugs and commands",
                        data.processLease().dividedBy(5),
                        company::round);
        return _ -> {
            if (data.isShared()) {
                bell.listen(ears);
            } else {
                new Rounds(timers, List.of(alone)).start();
            }
        };
    }
}
