package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.PlugsDesk;
import network.opencharging.cpo.admin.PlugsFilter;
import network.opencharging.cpo.admin.PortsDesk;
import network.opencharging.cpo.device.DeviceEvents;
import network.opencharging.cpo.plug.away.PlugsElsewhere;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.port.PlugMemory;
import network.opencharging.cpo.plug.port.PlugPort;
import network.opencharging.cpo.plug.roll.Plug;
import network.opencharging.cpo.plug.roll.PlugRoll;
import network.opencharging.cpo.process.Errands;
import network.opencharging.cpo.process.Lead;
import network.opencharging.cpo.secret.Passwords;
import network.opencharging.cpo.store.JdbcPlugMemory;
import network.opencharging.cpo.store.JdbcPlugs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Smart plugs; where there are none, no broker is started. */
@Configuration(proxyBeanMethods = false)
@Import({PlugsDesk.class, PortsDesk.class})
class PlugConfig {

    @Bean
    PlugMemory plugMemory(JdbcTemplate jdbc) {
        return new JdbcPlugMemory(JdbcClient.create(jdbc));
    }

    @Bean(destroyMethod = "close")
    PlugWays plugWays(
            CpoSettings settings,
            ObjectProvider<PlugRoll> roll,
            Passwords passwords,
            ScheduledExecutorService timers,
            Lead plugLead) {
        return new PlugWays(
                settings,
                (name, shown) -> admit(roll.getObject(), passwords, name, shown),
                timers,
                plugLead);
    }

    private static Optional<PlugDialect> admit(
            PlugRoll roll, Passwords passwords, String name, byte[] shown) {
        return roll.find(name)
                .map(PlugRoll.Entry::plug)
                .filter(plug -> plug.seal().filter(kept -> passwords.fits(shown, kept)).isPresent())
                .map(Plug::dialect);
    }

    @Bean
    PlugPort.Surroundings plugSurroundings(
            CpoSettings settings,
            DeviceEvents events,
            PlugMemory memory,
            Clock clock,
            ScheduledExecutorService timers) {
        return new PlugPort.Surroundings(
                events,
                memory,
                settings.plugs().lease(),
                settings.plugs().patience(),
                clock,
                timers);
    }

    @Bean
    JdbcPlugs plugBook(JdbcTemplate jdbc) {
        return new JdbcPlugs(JdbcClient.create(jdbc));
    }

    @Bean
    PlugRoll plugRoll(JdbcPlugs book, PlugWays ways, PlugPort.Surroundings around) {
        return new PlugRoll(book, ways::to, around);
    }

    @Bean
    PlugsElsewhere plugsElsewhere(
            JdbcPlugs book,
            Lead plugLead,
            PlugRoll roll,
            Errands errands,
            CpoSettings settings,
            Supplier<String> ids) {
        return new PlugsElsewhere(
                book, plugLead, roll::isOpen, errands, settings.plugs().patience(), ids);
    }

    /** After the door: whoever has no key learns nothing. */
    @Bean
    FilterRegistrationBean<PlugsFilter> plugsFilter(
            ObjectProvider<Lead> lead,
            ObjectProvider<PlugRoll> roll,
            ObjectProvider<Errands> errands,
            Supplier<String> ids) {
        // Filters are made with the server, before there is a database.
        FilterRegistrationBean<PlugsFilter> filter =
                new FilterRegistrationBean<>(
                        new PlugsFilter(
                                lead::getObject,
                                () -> roll.getObject().isOpen(),
                                errands::getObject,
                                ids));
        filter.addUrlPatterns("/admin/plugs", "/admin/plugs/*");
        filter.setOrder(1);
        return filter;
    }

    @Bean
    PlugTurn plugTurn(Lead plugLead, PlugRoll roll, PlugWays ways) {
        return new PlugTurn(plugLead, roll, ways);
    }

    @Bean
    PlugsDesk.Maker plugMaker(PlugWays ways, Passwords passwords) {
        return new PlugsDesk.Maker(
                ways::isEmbedded, ways::brokerPort, passwords, new SecureRandom());
    }
}
