package network.opencharging.bridge.config;

import network.opencharging.bridge.api.BackofficeApi;
import network.opencharging.bridge.api.Watched;
import network.opencharging.bridge.journal.Mask;
import network.opencharging.bridge.journal.Pulse;
import network.opencharging.bridge.journal.Recorder;
import network.opencharging.bridge.operate.AdminApi;
import network.opencharging.bridge.operate.AdminDoor;
import network.opencharging.bridge.operate.Doctor;
import network.opencharging.bridge.operate.Health;
import network.opencharging.bridge.operate.Meters;
import network.opencharging.bridge.operate.Overview;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Operating the server: journal, figures, doctor, and the operator's door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdminSettings.class)
class OperateConfig {
    private static final Logger LOG = LoggerFactory.getLogger(OperateConfig.class);

    private static final Duration WRITE = Duration.ofMillis(500);
    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Writes nothing when nothing is to be kept. */
    @Bean
    Recorder journalRecorder(Ground ground, AdminSettings settings) {
        return new Recorder(
                ground.journal(),
                new Mask(ground.folder().bytes("journal.secret")),
                settings.content(),
                settings.journal(),
                ground.clock());
    }

    @Bean
    Pulse pulse() {
        return new Pulse();
    }

    @Bean(destroyMethod = "close")
    Meters meters(Ground ground, BridgeSettings settings, Recorder journalRecorder) {
        Meters meters = new Meters(settings.parties().ids());
        meters.show(ground.watch(), ground.complaints(), ground.clock());
        meters.gauge("ocn.bridge.journal.dropped", journalRecorder::dropped);
        return meters;
    }

    @Bean(destroyMethod = "close")
    Rounds journalRounds(Recorder journalRecorder) {
        return Rounds.start("journal", journalRecorder::round, WRITE);
    }

    @Bean(destroyMethod = "close")
    Rounds forgettingRounds(Recorder journalRecorder) {
        return Rounds.start(
                "forgetting",
                () -> {
                    journalRecorder.forget();
                    return 0;
                },
                FORGET);
    }

    /** A look at everything, told once: when it has joined, or cannot. */
    @Bean(destroyMethod = "close")
    Rounds doctorRounds(Surgery surgery, BackofficeSettings backoffice) {
        AtomicBoolean told = new AtomicBoolean();
        return Rounds.start(
                "doctor",
                () -> {
                    if (!told.get() && surgery.bridge().hasTriedToJoin()) {
                        told.set(true);
                        LOG.info(
                                "the doctor says:\n{}",
                                Doctor.table(new Doctor(surgery.all(backoffice)).look()));
                    }
                    return 0;
                },
                LOOK);
    }

    @Bean
    Surgery surgery(
            RunningBridge bridge, Ground ground, BridgeSettings settings, Lines bridgeLines) {
        return new Surgery(bridge, ground, settings, bridgeLines.http());
    }

    @Bean
    AdminApi adminApi(
            Surgery surgery, Recorder journalRecorder, Pulse pulse, BackofficeSettings backoffice) {
        Ground ground = surgery.ground();
        return new AdminApi(
                () -> overview(surgery, journalRecorder),
                new Watched(
                        new BackofficeApi.Watch(ground.watch(), ground.complaints()),
                        ground.clock()),
                ground.journal(),
                pulse,
                new Doctor(surgery.all(backoffice)),
                surgery.bridge().registrar());
    }

    private static Overview overview(Surgery surgery, Recorder recorder) {
        Ground ground = surgery.ground();
        return new Overview(
                ground.clock().instant(),
                surgery.bridge().connection().isPresent(),
                surgery.settings().hub().versionsUrl(),
                surgery.settings().parties().list().stream()
                        .map(one -> "%s %s %s".formatted(one.party(), one.role(), one.name()))
                        .toList(),
                ground.watch().depth(),
                new Overview.Books(ground.complaints().count(), recorder.dropped()),
                ground.directory().freshness());
    }

    @Bean(destroyMethod = "close")
    OperatorsDoor adminDoor(
            AdminApi adminApi,
            Surgery surgery,
            Meters meters,
            AdminSettings settings,
            Lines bridgeLines) {
        if (settings.port() < 0) {
            return new OperatorsDoor(Optional.empty());
        }
        Ground ground = surgery.ground();
        String key =
                settings.keyFile().isBlank()
                        ? ground.folder().secret("admin.key")
                        : Folder.text(Path.of(settings.keyFile()));
        try {
            return new OperatorsDoor(
                    Optional.of(
                            AdminDoor.open(
                                    new InetSocketAddress(settings.host(), settings.port()),
                                    new AdminDoor.Behind(
                                            adminApi,
                                            new Health(new Doctor(surgery.vital())),
                                            meters),
                                    key,
                                    new AdminDoor.Edge(
                                            ground.clock(),
                                            ground.random(),
                                            bridgeLines.threads()))));
        } catch (IOException e) {
            throw new UnusableSetting(
                    "Port %d (ocn.bridge.admin.port) cannot be listened at"
                            .formatted(settings.port()),
                    e);
        }
    }

    /** The door, unless it is switched off. */
    record OperatorsDoor(Optional<AdminDoor> door) implements AutoCloseable {
        @Override
        public void close() {
            door.ifPresent(AdminDoor::close);
        }
    }
}
