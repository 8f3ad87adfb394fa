package network.opencharging.bridge.config;

import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;

import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The bridge as a server for DE-ALC, registered with a hub; its backoffice speaks over the API. */
final class RunningServer implements AutoCloseable {
    static final PartyId ALICE = new PartyId("DE", "ALC");
    static final PartyId BOB = new PartyId("NL", "BOB");
    static final PartyId HUB = new PartyId("CH", "OCN");
    static final Duration LONG = Duration.ofSeconds(60);

    private final FakeHub hub;
    private final Path folder;
    private final List<String> flags = new ArrayList<>();
    private final int door = freePort();
    private final int api = freePort();
    private final int admin = freePort();
    private ConfigurableApplicationContext context;

    RunningServer(FakeHub hub, Path folder, String... more) {
        this.hub = hub;
        this.folder = folder;
        flags.addAll(
                List.of(
                        "--ocn.bridge.door.url=http://localhost:" + door,
                        "--ocn.bridge.door.port=" + door,
                        "--ocn.bridge.parties.list[0].id=DE-ALC",
                        "--ocn.bridge.parties.list[0].role=CPO",
                        "--ocn.bridge.parties.list[0].name=Alice",
                        "--ocn.bridge.hub.versions-url=" + hub.versions(),
                        "--ocn.bridge.hub.token=" + FakeHub.TOKEN_A.reveal(),
                        "--ocn.bridge.hub.party=CH-OCN",
                        "--ocn.bridge.data.folder=" + folder.resolve("data"),
                        "--ocn.bridge.backoffice.port=" + api,
                        "--ocn.bridge.admin.port=" + admin));
        for (String flag : more) {
            flags.removeIf(former -> name(former).equals(name(flag)));
            flags.add(flag);
        }
        if (List.of(more).stream().anyMatch(flag -> name(flag).endsWith("tls.certificate"))) {
            flags.replaceAll(flag -> flag.replace("door.url=http:", "door.url=https:"));
        }
        context = started();
    }

    private static String name(String flag) {
        return flag.split("=", 2)[0];
    }

    private ConfigurableApplicationContext started() {
        ConfigurableApplicationContext running =
                BridgeServer.application().run(flags.toArray(String[]::new));
        await().atMost(LONG).until(() -> api().get("status").contains("\"registered\":true"));
        return running;
    }

    void restart() {
        context.close();
        context = started();
    }

    Api api() {
        return new Api(api, folder);
    }

    /** The operator's page. */
    String page() {
        return "http://127.0.0.1:%d/".formatted(admin);
    }

    /** What an operator shows. */
    String operatorsKey() {
        return Folder.text(folder.resolve("data/admin.key"));
    }

    /** What an operator asks and is answered: the status and the body. */
    String operator(String method, String path, String body) {
        return Api.asked(page() + path, operatorsKey(), method, body);
    }

    /** Where the hub comes. */
    String door() {
        return flags.stream()
                .filter(flag -> flag.startsWith("--ocn.bridge.door.url="))
                .map(flag -> flag.substring("--ocn.bridge.door.url=".length()))
                .findFirst()
                .orElseThrow();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** A party at the other end of the hub, or the hub itself. */
    Partner partner(PartyId who) {
        return partner(who, hub.tokenB.orElseThrow());
    }

    /** One that shows this token. */
    Partner partner(PartyId who, String token) {
        return Partner.of(door, CredentialsToken.of(token).orElseThrow(), who, ALICE);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
