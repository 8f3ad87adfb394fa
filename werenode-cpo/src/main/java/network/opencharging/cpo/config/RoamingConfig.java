package network.opencharging.cpo.config;

import network.opencharging.cpo.account.RoamingTokens;
import network.opencharging.cpo.admin.PartnersDesk;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.outbox.PartnerBook;
import network.opencharging.cpo.roaming.Own;
import network.opencharging.cpo.roaming.Roaming;
import network.opencharging.cpo.roaming.TokenShelf;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.start.StartDesk;
import network.opencharging.cpo.store.JdbcRoamingTokens;
import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** Partners, where the settings name a node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${ocn.cpo.roaming.node.invitation-file:}'.isBlank()")
class RoamingConfig {
    private static final Duration STEPS = Duration.ofSeconds(2);

    @Bean
    TokenShelf tokenShelf(JdbcTemplate jdbc) {
        return new JdbcRoamingTokens(JdbcClient.create(jdbc));
    }

    @Bean(destroyMethod = "close")
    Roaming roaming(
            CpoSettings settings,
            PartyId operator,
            DataFolder folder,
            ExecutorService workers,
            StartDesk.Edge edge) {
        return new Roaming(
                settings.roaming(),
                new Roaming.Place(operator, folder.resolve("roaming"), workers, edge));
    }

    @Bean
    RoamingTokens roamingTokens(Roaming roaming, TokenShelf shelf) {
        return roaming.tokens(shelf);
    }

    @Bean
    Own.Charged charged(EvseManager manager, SessionStore sessions, CdrBook cdrs) {
        return new Own.Charged(manager, sessions, cdrs);
    }

    @Bean
    Own own(Sites sites, Statuses statuses, Tariffs tariffs, SiteBook past, Own.Charged charged) {
        return new Own(sites, statuses, tariffs, past, charged);
    }

    @Bean
    HandsConfig.PartnersHand partnersHand(Roaming roaming, Own own, PartnerBook partners) {
        EffectHandler telling = roaming.telling(own, partners);
        return telling::carryOut;
    }

    @Bean
    PartnersDesk.Line partnersLine(Roaming roaming, CpoSettings settings) {
        return new PartnersDesk.Line(
                true, roaming::isHere, roaming::isRegistered, settings.roaming().everybodysName());
    }

    @Bean
    Roaming.Desks desks(StartDesk desk, ChargePorts ports, TokenShelf shelf) {
        return new Roaming.Desks(desk, ports, shelf);
    }

    /**
     * The door opens when all else is there, and closes first. Where several processes have the
     * invitation, one has it open: another stands by until that one is gone.
     */
    @Bean
    SmartLifecycle roamingRounds(
            Roaming roaming,
            OutboxTurn turn,
            Own own,
            Roaming.Desks desks,
            ScheduledExecutorService timers) {
        Runnable doorkeeper =
                () -> {
                    if (turn.opensTheWay()) {
                        roaming.open(own, desks);
                    } else {
                        roaming.shut();
                    }
                };
        turn.look();
        doorkeeper.run();
        return new Rounds(
                timers,
                List.of(
                        new Rounds.Round("opening the way to partners", STEPS, doorkeeper),
                        new Rounds.Round("following charging profiles", STEPS, roaming::round)));
    }
}
