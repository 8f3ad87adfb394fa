package network.opencharging.cpo.config;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.admin.CdrsDesk;
import network.opencharging.cpo.admin.EffectsDesk;
import network.opencharging.cpo.admin.OverdueDesk;
import network.opencharging.cpo.admin.PartnersDesk;
import network.opencharging.cpo.admin.SessionsDesk;
import network.opencharging.cpo.admin.SitesDesk;
import network.opencharging.cpo.admin.TariffsDesk;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.cdr.CdrDesk;
import network.opencharging.cpo.cdr.Evidence;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.outbox.EffectBook;
import network.opencharging.cpo.outbox.Outbox;
import network.opencharging.cpo.outbox.PartnerBook;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.start.DeviceStarts;
import network.opencharging.cpo.store.JdbcPartners;
import network.opencharging.cpo.supply.DeviceHands;
import network.opencharging.cpo.supply.PowerShare;
import network.opencharging.cpo.supply.Reconciliation;
import network.opencharging.cpo.supply.SessionsEar;
import network.opencharging.cpo.supply.StatusBoard;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** The hands of sessions: what carries out what they decide, and hears what comes of it. */
@Configuration(proxyBeanMethods = false)
@Import({
    CdrsDesk.class,
    EffectsDesk.class,
    OverdueDesk.class,
    SessionsDesk.class,
    SitesDesk.class,
    TariffsDesk.class
})
class HandsConfig {
    private static final Watts GREATEST = new Watts(1_000_000);

    @Bean
    PartnerBook partnerBook(JdbcTemplate jdbc) {
        return new JdbcPartners(JdbcClient.create(jdbc));
    }

    @Bean
    PartnersDesk partnersDesk(
            PartnerBook partners, ObjectProvider<PartnersDesk.Line> line, Clock clock) {
        return new PartnersDesk(
                partners,
                line.getIfAvailable(
                        () -> new PartnersDesk.Line(false, () -> true, () -> false, "")),
                clock);
    }

    /** What partners are told goes through this; without it, nobody is told. */
    @FunctionalInterface
    interface PartnersHand extends EffectHandler {}

    @Bean
    StatusBoard statusBoard(
            SiteBook book, Sites sites, ChargePorts ports, EvseManager manager, Clock clock) {
        return new StatusBoard(book, sites, ports, manager, clock);
    }

    @Bean
    Reconciliation reconciliation(
            EvseManager manager, ChargePorts ports, StatusBoard board, Clock clock) {
        return new Reconciliation(manager, ports, board, clock);
    }

    /** What looks at devices again and again. */
    record Watch(StatusBoard board, Reconciliation reconciliation) {}

    @Bean
    Watch watch(StatusBoard board, Reconciliation reconciliation) {
        return new Watch(board, reconciliation);
    }

    @Bean
    SessionsEar sessionsEar(
            EvseManager manager,
            DeviceStarts starts,
            StatusBoard board,
            Reconciliation reconciliation,
            ExecutorService workers,
            Clock clock) {
        return new SessionsEar(manager, starts, board, reconciliation, workers, clock);
    }

    @Bean
    PowerShare powerShare(EvseManager manager, Sites sites, ChargePorts ports) {
        return new PowerShare(manager, sites, ports);
    }

    @Bean
    DeviceHands deviceHands(
            EvseManager manager,
            ChargePorts ports,
            Reconciliation reconciliation,
            PowerShare power,
            Clock clock) {
        return new DeviceHands(manager, ports, reconciliation, power::first, clock);
    }

    @Bean
    CdrDesk cdrDesk(EvseManager manager, CdrBook book, Clock clock) {
        return new CdrDesk(manager, book, new Evidence(GREATEST), clock);
    }

    /** Hands that are there in any case. */
    record Own(DeviceHands devices, PowerShare power, CdrDesk cdrs) {}

    @Bean
    Own ownHands(DeviceHands devices, PowerShare power, CdrDesk cdrs) {
        return new Own(devices, power, cdrs);
    }

    @Bean
    Outbox outbox(
            EffectBook book,
            Own own,
            ObjectProvider<PartnersHand> partners,
            ExecutorService workers,
            Clock clock,
            OutboxTurn turn) {
        Map<Class<? extends Effect>, EffectHandler> hands = new HashMap<>();
        hands.put(Effect.StartEnergy.class, own.devices());
        hands.put(Effect.StopEnergy.class, own.devices());
        hands.put(Effect.SharePower.class, own.power());
        hands.put(Effect.WriteCdr.class, own.cdrs());
        partners.ifAvailable(hand -> {
            hands.put(Effect.TellSession.class, hand);
            hands.put(Effect.TellCdr.class, hand);
            hands.put(Effect.TellEvse.class, hand);
            hands.put(Effect.TellLocation.class, hand);
            hands.put(Effect.TellTariff.class, hand);
            hands.put(Effect.AnswerCommand.class, hand);
        });
        return new Outbox(book, hands, workers, clock, turn::isOurs);
    }

    /** Every commit may have brought something to do; what is due later is looked for. */
    @Bean
    SmartLifecycle sessionRounds(
            EvseManager manager,
            Outbox outbox,
            Watch watch,
            ScheduledExecutorService timers,
            ExecutorService workers,
            CpoSettings settings) {
        StatusBoard board = watch.board();
        Reconciliation reconciliation = watch.reconciliation();
        manager.listens(_ -> workers.execute(outbox::look));
        board.listens(_ -> workers.execute(outbox::look));
        return new Rounds(
                timers,
                List.of(
                        new Rounds.Round(
                                "looking at the clock of sessions",
                                Duration.ofSeconds(1),
                                () -> {
                                    manager.watchTheClock();
                                    outbox.look();
                                }),
                        new Rounds.Round(
                                "holding sessions against devices",
                                settings.sessions().compareEvery(),
                                () ->
                                        workers.execute(() -> {
                                            board.lookAround();
                                            reconciliation.compareAll();
                                        }))));
    }

    /** What a crash left open is found out at once; nothing waits for a device that is slow. */
    @Bean
    ApplicationRunner catchUp(
            Reconciliation reconciliation, Outbox outbox, ExecutorService workers) {
        return _ ->
                workers.execute(() -> {
                    reconciliation.compareAll();
                    outbox.look();
                });
    }
}
