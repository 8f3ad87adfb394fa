package network.opencharging.benchmarks.place;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.local.FileRegistry;
import network.opencharging.tools.local.LocalKey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stub, the proxy before it, two nodes, and three parties that are connected to them. */
public final class Town implements AutoCloseable {
    private static final Duration TELLING = Duration.ofMinutes(6);

    private final Plan plan;
    private final List<Running> running = new ArrayList<>();
    private final Map<String, LocalKey> keys = new LinkedHashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpCalls calls = HttpCalls.within(Duration.ofSeconds(60));
    private final FileRegistry registry;
    private Optional<Running> proxyProcess = Optional.empty();
    private int stubPort;
    private int proxyPort;
    private final Node north;
    private final Node south;

    /**
     * How it is to be.
     *
     * @param home the project's folder
     * @param folder where files go
     * @param jvm options of the nodes' Java
     * @param settings the nodes' environment beyond the usual
     * @param listed how many more parties the registry lists
     * @param connected how many more parties a platform of the north node speaks for
     */
    public record Plan(
            Path home,
            Path folder,
            List<String> jvm,
            Map<String, String> settings,
            int listed,
            int connected) {}

    private Town(Plan plan) throws IOException {
        this.plan = plan;
        this.registry =
                FileRegistry.start(
                        plan.folder().resolve("directory.json"),
                        key("authority"),
                        Clock.systemUTC());
        this.north = new Node("north", freePort(), key("north"), plan);
        this.south = new Node("south", freePort(), key("south"), plan);
    }

    /** Everybody ready. */
    public static Town open(Plan plan) throws IOException, InterruptedException {
        Town town = new Town(plan);
        try {
            town.build();
            return town;
        } catch (IOException | InterruptedException | RuntimeException e) {
            town.close();
            throw e;
        }
    }

    private void build() throws IOException, InterruptedException {
        startStub();
        registry.listNode(key("north"), north.url());
        registry.listNode(key("south"), south.url());
        Who.ALL.forEach(this::list);
        registry.list(crowd(plan.listed() + plan.connected()));
        for (Node node : List.of(north, south)) {
            running.add(node.start(registry.environment()));
        }
        for (Node node : List.of(north, south)) {
            node.awaitParties(Who.ALL.size() + plan.listed() + plan.connected());
        }
        for (Who who : Who.ALL) {
            connect(who);
        }
        new Crowd(stub(), calls).connect(north, plan.connected());
        // Who is connected is told to everybody first: that is not part of any message.
        for (Node node : List.of(north, south)) {
            node.process().awaitIdle(TELLING);
        }
        startProxy();
    }

    private void list(Who who) {
        try {
            registry.listParty(key(who.name()), who.id(), who.role(), key(who.node()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Party> crowd(int number) {
        List<Party> crowd = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            crowd.add(
                    new Party(
                            Crowd.member(i),
                            new Address("0xA0%038d".formatted(i)),
                            Set.of(Role.EMSP),
                            Modules.UNDECLARED,
                            key("north").address(),
                            true));
        }
        return crowd;
    }

    private void startStub() throws IOException, InterruptedException {
        Path folder = plan.folder().resolve("keys");
        for (Who who : Who.ALL) {
            key(who.name()).writeTo(folder.resolve(who.name()));
        }
        Running stub =
                Running.start(
                        List.of(
                                java(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "network.opencharging.benchmarks.stub.StubServer",
                                folder.toString()),
                        Map.of(),
                        plan.folder().resolve("stub.log"));
        running.add(stub);
        stubPort = Integer.parseInt(stub.line("port "));
    }

    private void startProxy() throws IOException {
        Optional<Path> program = Proxy.program();
        if (program.isPresent()) {
            proxyPort = freePort();
            Running proxy =
                    Proxy.start(
                            program.get(),
                            plan.folder().resolve("nginx").toAbsolutePath(),
                            proxyPort,
                            stubPort);
            proxyProcess = Optional.of(proxy);
            running.add(proxy);
        }
    }

    private void connect(Who who) throws IOException {
        Node node = node(who.node());
        String token =
                new Joining(calls)
                        .join(
                                node,
                                stub() + "/" + who.name() + "/ocpi/versions",
                                List.of(who.id()));
        tokens.put(who.name(), token);
        Joining.tell(calls, stub() + "/control/" + who.name(), token);
    }

    /** Lists one more party at the north node, and answers the token A that its bridge needs. */
    public String invite(PartyId party, Role role) throws IOException, InterruptedException {
        registry.listParty(key(party.toString()), party, role, key("north"));
        north.awaitParties(Who.ALL.size() + plan.listed() + plan.connected() + 1);
        return new Joining(calls).invite(north, List.of(party));
    }

    /** Where the north node lists its versions. */
    public URI versions() {
        return north.url().resolve("/ocpi/versions");
    }

    /** The stub's process. */
    public Running stubProcess() {
        return running.getFirst();
    }

    private LocalKey key(String name) {
        return keys.computeIfAbsent(name, any -> LocalKey.fresh(new SecureRandom()));
    }

    private Node node(String name) {
        return name.equals("north") ? north : south;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** The stub's address. */
    public String stub() {
        return "http://127.0.0.1:" + stubPort;
    }

    /** The proxy's address. */
    public String proxy() {
        return "http://127.0.0.1:" + proxyPort;
    }

    /** The proxy, where there is one. */
    public Optional<Running> proxyProcess() {
        return proxyProcess;
    }

    /** The node of that party. */
    public URI nodeOf(Who who) {
        return node(who.node()).url();
    }

    /** The nodes: north, then south. */
    public List<Running> nodes() {
        return List.of(north.process(), south.process());
    }

    /** The size of the north node's database. */
    public long databaseMebibytes() throws IOException {
        return Files.size(north.folder().resolve("node.mv.db")) >> 20;
    }

    /** Lets every party of the north node set rules: so many strangers may not reach it. */
    public void blockStrangers(int number) throws IOException {
        for (Who who : List.of(Who.ALICE, Who.BOB)) {
            new Joining(calls).block(north, token(who), who.id(), crowd(number));
        }
    }

    /** The header with which that party comes. */
    public String token(Who who) {
        return tokens.getOrDefault(who.name(), "");
    }

    /** With what it signs. */
    public LocalKey keyOf(Who who) {
        return key(who.name());
    }

    /** A party's id in the role that it has. */
    public record Who(String name, PartyId id, Role role, String node) {
        /** A CPO at the north node. */
        public static final Who ALICE =
                new Who("alice", new PartyId("DE", "ALC"), Role.CPO, "north");

        /** An eMSP at the north node. */
        public static final Who BOB = new Who("bob", new PartyId("NL", "BOB"), Role.EMSP, "north");

        /** An eMSP at the south node. */
        public static final Who CAROL =
                new Who("carol", new PartyId("FR", "CAR"), Role.EMSP, "south");

        static final List<Who> ALL = List.of(ALICE, BOB, CAROL);
    }

    @Override
    public void close() {
        running.reversed().forEach(Running::close);
        calls.close();
    }

    /** A fresh folder for one town. */
    public static Path folder() throws IOException {
        return Files.createTempDirectory("ocn-benchmarks");
    }
}
