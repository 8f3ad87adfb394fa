package network.opencharging.bridge.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.bridge.config.BridgeServer;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many session updates a second reach a hub, from the backoffice's call to the hub's answer
 * that is written down; every one of another session, so that none takes another's place.
 *
 * <p>Arguments: how many (20000), {@code h2} or {@code postgres}, {@code spi} or {@code rest},
 * {@code signed} or {@code unsigned}.
 */
public final class BridgeBenchmark {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final int CALLERS = 32;

    private final PrintStream out = System.out;
    private final StubHub hub = new StubHub();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;

    private BridgeBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Runs it and prints the figures. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        int many = wanted.isEmpty() ? 20_000 : Integer.parseInt(wanted.getFirst());
        new BridgeBenchmark(Files.createTempDirectory("bridge-benchmark")).run(many, wanted);
        System.exit(0);
    }

    private void run(int many, List<String> wanted) throws Exception {
        List<String> flags = new ArrayList<>(ServerProcess.standard(hub));
        int door = ServerProcess.freePort();
        int api = ServerProcess.freePort();
        flags.add("--ocn.bridge.door.url=http://localhost:" + door);
        flags.add("--ocn.bridge.door.port=" + door);
        flags.add("--ocn.bridge.data.folder=" + folder.resolve("data"));
        flags.add("--ocn.bridge.backoffice.port=" + api);
        flags.add("--ocn.bridge.admin.port=-1");
        if (wanted.contains("signed")) {
            Files.writeString(folder.resolve("alice.key"), "1".repeat(64));
            flags.add("--ocn.bridge.parties.list[0].key-file=" + folder.resolve("alice.key"));
        }
        if (wanted.contains("postgres")) {
            flags.addAll(postgres());
        }
        SpringApplication application = new SpringApplication(BridgeServer.class);
        application.setDefaultProperties(java.util.Map.of("spring.config.name", "bridge"));
        try (ConfigurableApplicationContext context =
                application.run(flags.toArray(String[]::new))) {
            while (!status(api).contains("\"registered\":true")) {
                Thread.onSpinWait();
            }
            Push push = wanted.contains("rest") ? rest(api) : spi(context.getBean(Outbox.class));
            pushed("warm", many / 2, push, api);
            pushed("first", many, push, api);
            pushed("second", many, push, api);
        }
    }

    /** One session update of the backoffice. */
    private interface Push {
        void session(String id) throws IOException, InterruptedException;
    }

    private static Push spi(Outbox outbox) {
        return id ->
                outbox.push(
                        ALICE, BOB, ModuleId.SESSIONS, Session.SHAPE, Written.typedSession(id), id);
    }

    private Push rest(int api) {
        return id -> {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/api/own/DE/ALC/sessions/%s?to=NL-BOB"
                                                    .formatted(api, id)))
                            .header("Authorization", "Bearer " + key())
                            .PUT(HttpRequest.BodyPublishers.ofString(Written.session(id)))
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(answer.body());
            }
        };
    }

    private void pushed(String name, int many, Push push, int api) throws Exception {
        int before = hub.objects();
        double own = processorSeconds(ProcessHandle.current());
        double database = databaseSeconds();
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> pushSome(name, many, push, next));
            }
        }
        double stored = seconds(began);
        while (hub.objects() - before < many || !status(api).contains("\"waiting\":0")) {
            Thread.sleep(Duration.ofMillis(5));
        }
        double acknowledged = seconds(began);
        out.printf(
                Locale.ROOT,
                "%-7s %6d sessions: stored %.1f s (%.0f/s), acknowledged %.1f s (%.0f/s);"
                        + " processor ms each: bridge, callers and hub %.2f, PostgreSQL %.2f%n",
                name,
                many,
                stored,
                many / stored,
                acknowledged,
                many / acknowledged,
                (processorSeconds(ProcessHandle.current()) - own) * 1_000 / many,
                (databaseSeconds() - database) * 1_000 / many);
    }

    private static double databaseSeconds() {
        return ProcessHandle.current()
                .descendants()
                .mapToDouble(BridgeBenchmark::processorSeconds)
                .sum();
    }

    private static double processorSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static void pushSome(String name, int many, Push push, AtomicInteger next) {
        for (int n = next.getAndIncrement(); n < many; n = next.getAndIncrement()) {
            try {
                push.session(name + "-" + n);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private String status(int api) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/status".formatted(api)))
                        .header("Authorization", "Bearer " + key())
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private String key() throws IOException {
        return Files.readString(folder.resolve("data/api.key")).strip();
    }

    private static List<String> postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return List.of(
                "--ocn.bridge.data.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--ocn.bridge.data.username=postgres",
                "--ocn.bridge.data.password=postgres");
    }
}
