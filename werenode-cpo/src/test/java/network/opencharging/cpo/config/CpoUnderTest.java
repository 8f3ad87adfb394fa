package network.opencharging.cpo.config;

import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.ocpp.central.TokenBook;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.Boot;
import network.opencharging.cpo.secret.Passwords;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A whole backend on ports of its own; what devices tell is kept for the test to look at. */
public final class CpoUnderTest implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final List<DeviceEvent> events;

    private CpoUnderTest(ConfigurableApplicationContext context, List<DeviceEvent> events) {
        this.context = context;
        this.events = events;
    }

    /** Starts one whose database lies in that folder. */
    public static CpoUnderTest start(Path folder, String... settings) {
        return start(folder, _ -> {}, settings);
    }

    /** Starts one with more parts, which stand in for what is outside. */
    public static CpoUnderTest start(
            Path folder, Consumer<GenericApplicationContext> outside, String... settings) {
        List<DeviceEvent> events = new CopyOnWriteArrayList<>();
        SpringApplication application = CpoServer.application();
        application.addInitializers(fresh ->
                ((GenericApplicationContext) fresh)
                        .registerBean(EventTap.class, () -> events::add));
        application.addInitializers(fresh -> outside.accept((GenericApplicationContext) fresh));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--ocn.cpo.admin.port=0",
                                "--ocn.cpo.mqtt.host=127.0.0.1",
                                "--ocn.cpo.mqtt.port=0",
                                "--ocn.cpo.data.folder=" + folder));
        arguments.addAll(List.of(settings));
        return new CpoUnderTest(application.run(arguments.toArray(String[]::new)), events);
    }

    /**
     * Starts one, and does something in the moment in which its doors open.
     *
     * @param opened is told where the operator's API is
     */
    public static CpoUnderTest startAsking(Path folder, IntConsumer opened) {
        return start(
                folder,
                context ->
                        context.addApplicationListener(event -> {
                            if (event instanceof WebServerInitializedEvent open) {
                                opened.accept(
                                        open.getApplicationContext()
                                                .getBean(OperatorsPort.class)
                                                .number());
                            }
                        }));
    }

    /** Where stations connect. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /** Where the operator's API is. */
    public int adminPort() {
        return context.getBean(OperatorsPort.class).number();
    }

    /** The operator's key. */
    public String adminKey() {
        return context.getBean(DataFolder.class).secret("admin.key");
    }

    /** What is kept. */
    public Books books() {
        return context.getBean(Books.class);
    }

    /** Any part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** What devices told so far. */
    public List<DeviceEvent> events() {
        return List.copyOf(events);
    }

    /** An accepted station without a password. */
    public void knows(String station) {
        knows(station, 0, Optional.empty());
    }

    /** An accepted station with a security profile. */
    public void knows(String station, int profile, Optional<String> password) {
        Optional<String> seal =
                password.map(
                        text -> part(Passwords.class).seal(text.getBytes(StandardCharsets.UTF_8)));
        books().stations()
                .put(
                        new Station(
                                station,
                                Station.Admission.ACCEPTED,
                                profile,
                                seal,
                                Optional.empty(),
                                Instant.EPOCH));
        part(Roll.class).changed(station);
    }

    /** An accepted station that started before. */
    public void knowsWorking(String station) {
        knows(station);
        books().stations().booted(station, new Boot("V", "M", "", "", ""), Instant.EPOCH);
        part(Roll.class).changed(station);
    }

    /** A token that may charge. */
    public void knowsToken(String token) {
        books().tokens()
                .put(
                        new TokenBook.Token(
                                token,
                                Authorization.Verdict.ACCEPTED,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Override
    public void close() {
        context.close();
    }
}
