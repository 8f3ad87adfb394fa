package network.opencharging.acceptance.trial;

import network.opencharging.acceptance.dsl.FreePorts;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.config.BridgeSettings;
import network.opencharging.bridge.config.DataSettings;
import network.opencharging.bridge.config.DoorSettings;
import network.opencharging.bridge.config.EmbeddedBridge;
import network.opencharging.bridge.config.HubSettings;
import network.opencharging.bridge.config.PartiesSettings;
import network.opencharging.bridge.config.RegistrySettings;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.sign.Demand;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.NodeAdmin;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Session updates from a backoffice's call, over its bridge and a real node, to an eMSP at the same
 * node; each of another session. Bridge, callers and eMSP share this process, the node has its own.
 */
public final class BridgeThroughNode {
    private static final PartyId DAVE = Network.DAVE.party();
    private static final PartyId CAROL = Network.CAROL.party();
    private static final int CALLERS = 32;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final PrintStream out = System.out;

    private BridgeThroughNode() {}

    /** Runs it; the argument says how many sessions (5000). */
    public static void main(String[] arguments) throws Exception {
        int many = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
        new BridgeThroughNode().run(many);
        System.exit(0);
    }

    private void run(int many) throws Exception {
        try (Network network = Network.unsigned()) {
            LocalKey key = LocalKey.fresh(new SecureRandom());
            network.registry().listParty(key, DAVE, Network.DAVE.role(), network.cast().north());
            int parties = network.cast().members().size() + 1;
            network.north().health().awaitParties(parties, Network.PATIENCE);
            NodeAdmin.Invitation invitation = network.north().admin().invite(DAVE);
            try (EmbeddedBridge bridge = bridge()) {
                var problem =
                        bridge.join(
                                invitation.versions(),
                                CredentialsToken.of(invitation.token()).orElseThrow());
                if (problem.isPresent()) {
                    throw new IllegalStateException(problem.get().sentence());
                }
                for (String round : List.of("warm", "first", "second")) {
                    pushed(round, many, bridge, network);
                }
            }
        }
    }

    private void pushed(String round, int many, EmbeddedBridge bridge, Network network)
            throws InterruptedException {
        int before = network.carol().received().sessions().all().size();
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> pushSome(round, many, bridge, next));
            }
        }
        double stored = (System.nanoTime() - began) / 1e9;
        Semaphore nobody = new Semaphore(0);
        while (network.carol().received().sessions().all().size() - before < many) {
            if (nobody.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        double arrived = (System.nanoTime() - began) / 1e9;
        out.printf(
                Locale.ROOT,
                "%-7s %6d sessions through a node: stored %.1f s (%.0f/s), arrived %.1f s"
                        + " (%.0f/s)%n",
                round,
                many,
                stored,
                many / stored,
                arrived,
                many / arrived);
    }

    private static void pushSome(
            String round, int many, EmbeddedBridge bridge, AtomicInteger next) {
        for (int n = next.getAndIncrement(); n < many; n = next.getAndIncrement()) {
            String id = round + "-" + n;
            bridge.outbox().push(DAVE, CAROL, ModuleId.SESSIONS, Session.SHAPE, session(id), id);
        }
    }

    private static EmbeddedBridge bridge() throws Exception {
        int port = FreePorts.one();
        Path folder = Files.createTempDirectory("bridge-benchmark");
        Backoffice backoffice =
                Backoffice.builder().sessions((_, _) -> new Page<>(List.of(), 0)).build();
        return EmbeddedBridge.start(
                backoffice,
                new BridgeSettings(
                        new DoorSettings(
                                "http://localhost:" + port,
                                "127.0.0.1",
                                port,
                                Duration.ofSeconds(20),
                                Demand.NONE),
                        new PartiesSettings(
                                List.of(
                                        new PartiesSettings.One(
                                                "FR-DAV", Network.DAVE.role(), "Dave", ""))),
                        new HubSettings("", "", "", "", List.of()),
                        new DataSettings(folder.toString(), "", "sa", "", true)),
                new RegistrySettings("", "", "", List.of(), 0, Duration.ofSeconds(5)),
                _ -> {});
    }

    private static Session session(String id) {
        String json =
                """
                {"country_code":"FR","party_id":"DAV","id":"%s","start_date_time":"2026-11-21T09:00:00Z",\
                "kwh":12.345,"cdr_token":{"country_code":"DE","party_id":"CRL","uid":"012345678","type":"RFID",\
                "contract_id":"DE-CRL-C12345678-X"},"auth_method":"WHITELIST","location_id":"LOC1",\
                "evse_uid":"3256","connector_id":"1","currency":"EUR","status":"ACTIVE",\
                "last_updated":"2026-11-21T10:00:00Z"}\
                """
                        .formatted(id);
        return Session.SHAPE.read(JsonReader.standard().read(json).orThrow()).orThrow();
    }
}
