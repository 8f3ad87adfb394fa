package network.opencharging.acceptance.dsl;

import static org.awaitility.Awaitility.await;

import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.NodeAdmin;
import network.opencharging.tools.ocpi.Identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bridge as a process of its own, and the example backoffice in Python behind it. */
public final class BridgeProcess implements AutoCloseable {
    private final Network network;
    private final Identity identity;
    private final Path folder;
    private final List<Integer> ports = FreePorts.some(3);
    private final List<Process> processes = new ArrayList<>();

    /** A bridge for this party; nothing runs yet. */
    public BridgeProcess(Network network, Identity identity) throws IOException {
        this.network = network;
        this.identity = identity;
        this.folder = Files.createTempDirectory("ocn-bridge");
    }

    /** Lists the party at north, starts the bridge, and waits until it has joined. */
    public void join() throws Exception {
        LocalKey key = LocalKey.fresh(new SecureRandom());
        network.registry()
                .listParty(key, identity.party(), identity.role(), network.cast().north());
        int parties = network.cast().members().size() + 1;
        network.north().health().awaitParties(parties, Network.PATIENCE);
        network.south().health().awaitParties(parties, Network.PATIENCE);
        start(network.north().admin().invite(identity.party()), key);
    }

    private void start(NodeAdmin.Invitation invitation, LocalKey key) throws IOException {
        Files.writeString(folder.resolve("webhook.secret"), "known-to-both");
        Files.writeString(folder.resolve("token.a"), invitation.token());
        key.writeTo(folder.resolve("party.key"));
        Map<String, String> environment = new HashMap<>(network.registry().environment());
        environment.put("OCN_BRIDGE_URL", "http://localhost:" + ports.get(0));
        environment.put("OCN_BRIDGE_PORT", Integer.toString(ports.get(0)));
        environment.put("OCN_BRIDGE_PARTY", party());
        environment.put("OCN_BRIDGE_ROLE", identity.role().name());
        environment.put("OCN_BRIDGE_NAME", identity.name());
        environment.put("OCN_BRIDGE_KEY_FILE", folder.resolve("party.key").toString());
        environment.put("OCN_BRIDGE_HUB_VERSIONS_URL", invitation.versions().toString());
        environment.put("OCN_BRIDGE_HUB_TOKEN_FILE", folder.resolve("token.a").toString());
        environment.put("OCN_BRIDGE_HUB_PARTY", "CH-OCN");
        environment.put("OCN_BRIDGE_DATA", folder.resolve("data").toString());
        environment.put("OCN_BRIDGE_ADMIN_PORT", "-1");
        environment.put("OCN_BRIDGE_API_PORT", Integer.toString(ports.get(1)));
        environment.put("OCN_BRIDGE_WEBHOOK", "http://127.0.0.1:" + ports.get(2));
        environment.put(
                "OCN_BRIDGE_WEBHOOK_SECRET_FILE", folder.resolve("webhook.secret").toString());
        run(
                "bridge.log",
                environment,
                Project.installation().node().java().toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                program().toString());
        await().atMost(Network.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the bridge has ended", () -> !processes.getFirst().isAlive())
                .until(() -> journal().contains("Registered with"));
    }

    /** Starts the backoffice. */
    public void startBackoffice() throws IOException {
        run(
                "backoffice.log",
                Map.of(
                        "BRIDGE_API", "http://127.0.0.1:%d/api".formatted(ports.get(1)),
                        "BRIDGE_KEY_FILE", folder.resolve("data/api.key").toString(),
                        "WEBHOOK_SECRET_FILE", folder.resolve("webhook.secret").toString(),
                        "PARTY", party(),
                        "WEBHOOK_PORT", Integer.toString(ports.get(2))),
                "python3",
                Project.root().resolve("ocn-bridge/example/backoffice.py").toString());
    }

    private static Path program() throws IOException {
        Path target = Project.root().resolve("ocn-bridge/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no app.jar in " + target));
        }
    }

    private String party() {
        return identity.party().countryCode() + "-" + identity.party().partyId();
    }

    private void run(String log, Map<String, String> environment, String... command)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(log).toFile());
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    /** What both have written so far. */
    public String journal() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String log : new String[] {"bridge.log", "backoffice.log"}) {
            Path file = folder.resolve(log);
            if (Files.exists(file)) {
                text.append(log).append(":\n").append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        processes.reversed().forEach(Process::destroy);
    }
}
