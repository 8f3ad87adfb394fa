package network.opencharging.bridge.config;

import network.opencharging.bridge.api.ApiDoor;
import network.opencharging.bridge.api.BackofficeApi;
import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.webhook.KeptBackoffice;
import network.opencharging.bridge.webhook.WebhookPost;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The bridge as a process, for a backoffice in any language. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(BridgeAutoConfiguration.class)
@Import(OperateConfig.class)
@EnableConfigurationProperties(BackofficeSettings.class)
public class BridgeServer {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Starts the server; see {@code bridge.yml} for everything that can be set. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Its settings have a name of their own: an application that embeds a bridge has another. */
    static SpringApplication application() {
        SpringApplication application = new SpringApplication(BridgeServer.class);
        application.setDefaultProperties(Map.of("spring.config.name", "bridge"));
        application.addListeners(
                (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                        prepared ->
                                EnvironmentNames.known()
                                        .check(
                                                prepared.getEnvironment()
                                                        .getSystemEnvironment()
                                                        .keySet()));
        return application;
    }

    /** A backoffice of objects that are kept here, told of by events. */
    @Bean
    Backoffice backoffice(Ground ground, BackofficeSettings settings) {
        return new KeptBackoffice(
                        ground.shelf(), ground.given(), ground.clock(), settings.commandTime())
                .parts();
    }

    /** The REST API. */
    @Bean(destroyMethod = "close")
    ApiDoor apiDoor(
            RunningBridge bridge,
            Ground ground,
            BridgeSettings settings,
            BackofficeSettings backoffice,
            Lines bridgeLines) {
        BackofficeApi api =
                new BackofficeApi(
                        new BackofficeApi.Stores(
                                ground.shelf(),
                                bridge.outbox(),
                                new BackofficeApi.Watch(ground.watch(), ground.complaints()),
                                bridge.book(),
                                bridge.orders()),
                        new BackofficeApi.Owner(
                                settings.parties().ids(), settings.hub().ownParty()),
                        bridge::calls,
                        () -> UUID.randomUUID().toString(),
                        ground.clock());
        String key =
                backoffice.keyFile().isBlank()
                        ? ground.folder().secret("api.key")
                        : Folder.text(Path.of(backoffice.keyFile()));
        try {
            return ApiDoor.open(
                    new InetSocketAddress(backoffice.host(), backoffice.port()),
                    bridgeLines.threads(),
                    api,
                    key);
        } catch (IOException e) {
            throw new UnusableSetting(
                    "Port %d (ocn.bridge.backoffice.port) cannot be listened at"
                            .formatted(backoffice.port()),
                    e);
        }
    }

    /** Tells events, when somebody listens. */
    @Bean(destroyMethod = "close")
    Rounds webhookRounds(
            Ground ground, DoorSettings door, BackofficeSettings settings, Lines bridgeLines) {
        if (settings.webhook().isBlank()) {
            return Rounds.start("no webhook", () -> 0, Duration.ofHours(1));
        }
        WebhookPost post =
                new WebhookPost(
                        bridgeLines.http(),
                        URI.create(settings.webhook()),
                        Folder.text(Path.of(settings.webhookSecretFile())),
                        door.patience(),
                        ground.shelf(),
                        new UntakenEvents(ground.complaints(), ground.clock()));
        return Rounds.start("webhook", post::round, PAUSE);
    }
}
