package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.PlugsDesk;
import network.opencharging.cpo.admin.PortsDesk;
import network.opencharging.cpo.device.DeviceEvents;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.port.PlugMemory;
import network.opencharging.cpo.plug.port.PlugPort;
import network.opencharging.cpo.plug.roll.Plug;
import network.opencharging.cpo.plug.roll.PlugRoll;
import network.opencharging.cpo.secret.Passwords;
import network.opencharging.cpo.store.JdbcPlugMemory;
import network.opencharging.cpo.store.JdbcPlugs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

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
            ScheduledExecutorService timers) {
        return new PlugWays(
                settings, (name, shown) -> admit(roll.getObject(), passwords, name, shown), timers);
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
    PlugRoll plugRoll(JdbcTemplate jdbc, PlugWays ways, PlugPort.Surroundings around) {
        return new PlugRoll(new JdbcPlugs(JdbcClient.create(jdbc)), ways::to, around);
    }

    @Bean
    PlugsDesk.Maker plugMaker(PlugWays ways, Passwords passwords) {
        return new PlugsDesk.Maker(
                ways::isEmbedded, ways::brokerPort, passwords, new SecureRandom());
    }

    /** Everything else is there before the first plug tells anything. */
    @Bean
    ApplicationRunner plugs(PlugRoll roll) {
        return _ -> roll.open();
    }
}
