package network.opencharging.bridge.config;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.call.Hub;
import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.deliver.CatchUp;
import network.opencharging.bridge.deliver.Orders;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.deliver.Pulls;
import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.register.Enrolment;
import network.opencharging.bridge.register.FrontDesk;
import network.opencharging.protocol.message.CredentialsToken;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A bridge in a Spring application: whoever has a bean of type {@link Backoffice} joins the
 * network.
 */
@AutoConfiguration
@ConditionalOnBean(Backoffice.class)
@EnableConfigurationProperties({
    DoorSettings.class,
    PartiesSettings.class,
    HubSettings.class,
    PullSettings.class
})
@Import(KeepingConfig.class)
public class BridgeAutoConfiguration {
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How the bridge speaks and works. */
    @Bean(destroyMethod = "close")
    Lines bridgeLines() {
        return Lines.open();
    }

    /** The bridge itself, joined and running. */
    @Bean(destroyMethod = "close")
    RunningBridge runningBridge(
            Backoffice backoffice,
            Ground ground,
            BridgeSettings settings,
            Lines bridgeLines,
            ObjectProvider<Journal> journals) {
        return RunningBridge.start(
                backoffice,
                ground,
                settings,
                new RunningBridge.Edge(
                        bridgeLines.http(),
                        bridgeLines.threads(),
                        Journal.of(journals.orderedStream().toList())));
    }

    /** Where the results of commands and of requests for charging profiles are reported. */
    @Bean
    CommandBook bridgeCommands(RunningBridge bridge) {
        return bridge.book();
    }

    /** Calls to partners. */
    @Bean
    Hub bridgeHub(RunningBridge bridge) {
        return bridge::calls;
    }

    /** All settings of the way to the hub. */
    @Bean
    BridgeSettings bridgeSettings(
            DoorSettings door, PartiesSettings parties, HubSettings hub, DataSettings data) {
        return new BridgeSettings(door, parties, hub.invited(), data);
    }

    /** What own parties have to say goes here. */
    @Bean
    Outbox bridgeOutbox(RunningBridge bridge) {
        return bridge.outbox();
    }

    /** What own parties want of partners goes here; how it ended is told to the backoffice. */
    @Bean
    Orders bridgeOrders(RunningBridge bridge) {
        return bridge.orders();
    }

    /** Joins, changes tokens, leaves. */
    @Bean
    Enrolment bridgeEnrolment(RunningBridge bridge) {
        return bridge.enrolment();
    }

    /** Invites a hub that wants to come by itself. */
    @Bean
    FrontDesk bridgeFrontDesk(RunningBridge bridge) {
        return bridge.frontDesk();
    }

    /** Pulls what pushes have missed, at once after joining and then every so often. */
    @Bean(destroyMethod = "close")
    Rounds bridgePulls(
            RunningBridge bridge,
            Ground ground,
            Backoffice backoffice,
            PullSettings pull,
            BridgeSettings settings) {
        Pulls pulls =
                new Pulls(
                        new CatchUp(ground.cursors(), OVERLAP),
                        backoffice.partners(),
                        settings.hub().ownParty().stream().collect(Collectors.toUnmodifiableSet()),
                        ground.clock(),
                        settings.door().patience(),
                        ground.complaints());
        return Rounds.start(
                "pulls", new Pulling(bridge, pulls, pull, settings, ground.clock())::round, LOOK);
    }

    static CredentialsToken token(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return CredentialsToken.of(HexFormat.of().formatHex(bytes)).orElseThrow();
    }

    static Folder folder(DataSettings settings, SecureRandom random) {
        return new Folder(Path.of(settings.folder()), random);
    }

    static Clock clock() {
        return Clock.systemUTC();
    }
}
