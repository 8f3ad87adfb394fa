package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.CommandsDesk;
import network.opencharging.cpo.admin.EvidenceDesk;
import network.opencharging.cpo.admin.LoadDesk;
import network.opencharging.cpo.admin.MessagesDesk;
import network.opencharging.cpo.admin.OpenApiDesk;
import network.opencharging.cpo.admin.StationsDesk;
import network.opencharging.cpo.admin.TransactionsDesk;
import network.opencharging.cpo.admin.WrongAnswers;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.ocpp.away.StationWatch;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.Orders;
import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.command.CommandDesk;
import network.opencharging.cpo.ocpp.driver.StationPorts;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.StationLines;
import network.opencharging.cpo.ocpp.v16.PortWords16;
import network.opencharging.cpo.ocpp.v201.PortWords201;
import network.opencharging.cpo.plug.away.PlugsElsewhere;
import network.opencharging.cpo.plug.roll.PlugRoll;
import network.opencharging.cpo.process.Bell;
import network.opencharging.cpo.process.Presence;
import network.opencharging.cpo.store.JdbcCommands;
import network.opencharging.cpo.store.JdbcConnectors;
import network.opencharging.cpo.store.JdbcMessages;
import network.opencharging.cpo.store.JdbcMeters;
import network.opencharging.cpo.store.JdbcNotices;
import network.opencharging.cpo.store.JdbcPlugs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** What is asked of devices: by the operator, and by whatever decides. */
@Configuration(proxyBeanMethods = false)
@Import({
    CommandsDesk.class,
    LoadDesk.class,
    EvidenceDesk.class,
    MessagesDesk.class,
    OpenApiDesk.class,
    StationsDesk.class,
    TransactionsDesk.class,
    WrongAnswers.class
})
class ApiConfig {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    JdbcCommands commands(JdbcTemplate jdbc, Presence presence) {
        return new JdbcCommands(JdbcClient.create(jdbc), presence.own());
    }

    @Bean
    CommandDesk commandDesk(
            StationLines lines, JdbcCommands commands, Clock clock, Supplier<String> ids) {
        return new CommandDesk(lines, commands, clock, ids);
    }

    @Bean
    LoadDesk.Gauges gauges(
            Connections connections,
            JdbcMessages messages,
            JdbcMeters meters,
            JdbcConnectors connectors,
            JdbcNotices notices) {
        return new LoadDesk.Gauges(
                Map.of(
                        "connected", connections::count,
                        "messagesWaiting", messages::waiting,
                        "messagesLeftOut", messages::leftOut,
                        "metersWaiting", meters::waiting,
                        "statesWaiting", connectors::waiting,
                        "noticesWaiting", notices::waiting));
    }

    /** A port of any kind of device. */
    @Bean
    @Primary
    ChargePorts chargePorts(StationPorts stations, PlugRoll plugs, PlugsElsewhere elsewhere) {
        return id -> plugs.find(id).or(() -> elsewhere.find(id)).or(() -> stations.find(id));
    }

    /** Whom the operator's decision about a station concerns. */
    @Bean
    StationsDesk.Reach reach(JdbcPlugs plugs, StationWatch watch, Bell bell) {
        return new StationsDesk.Reach(
                plugs::knows,
                station -> {
                    watch.decided(station);
                    bell.ring(Company.STATION, station);
                });
    }

    @Bean
    StationPorts stationPorts(Books books, Roll roll, StationLines lines, Orders orders) {
        return new StationPorts(
                books,
                roll,
                lines,
                orders,
                Map.of(
                        OcppVersion.V16, new PortWords16(),
                        OcppVersion.V201, new PortWords201(),
                        OcppVersion.V21, new PortWords201()),
                PATIENCE);
    }
}
