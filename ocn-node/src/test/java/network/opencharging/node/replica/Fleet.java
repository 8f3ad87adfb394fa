package network.opencharging.node.replica;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.registry.directory.memory.DirectoryFileWriter;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Two processes of one node on one PostgreSQL behind a load balancer, and another node. */
final class Fleet implements AutoCloseable {
    static final PartyId ALICE = new PartyId("DE", "ALC");
    static final PartyId CAROL = new PartyId("AT", "CRL");
    static final PartyId BOB = new PartyId("NL", "BOB");
    static final String ADMIN_KEY = "the-admin-key-of-the-fleet";

    private static final PrivateKey AUTHORITY = key("a1");
    private static final String SECRET = "5e".repeat(32);

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Balancer balancer;
    private final MuteNode mute = new MuteNode();
    private final String url;
    private final NodeProcess one;
    private final NodeProcess two;
    private final NodeProcess peer;

    private Fleet(Path folder, EmbeddedPostgres postgres) throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        List<Integer> ports = freePorts(4);
        this.url = "http://127.0.0.1:" + ports.get(0);
        String peerUrl = "http://127.0.0.1:" + ports.get(3);
        Files.writeString(folder.resolve("b2.key"), "b2".repeat(32));
        Files.writeString(folder.resolve("c3.key"), "c3".repeat(32));
        list(peerUrl);
        plugIn();
        this.peer = NodeProcess.start(folder.resolve("peer"), ports.get(3), ofThePeer(peerUrl));
        // The first takes over what one process does for all.
        this.one = NodeProcess.start(folder.resolve("one"), ports.get(1), ofTheNode()).awaitReady();
        this.two = NodeProcess.start(folder.resolve("two"), ports.get(2), ofTheNode()).awaitReady();
        this.balancer = new Balancer(ports.get(0), List.of(ports.get(1), ports.get(2)));
        peer.awaitReady();
    }

    static Fleet start(Path folder) {
        try {
            return new Fleet(folder, EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> ofTheNode() {
        List<String> settings = new ArrayList<>(common(url, "b2"));
        settings.addAll(shared(folder, postgres));
        settings.add("--ocn.peers.every=100ms");
        return List.copyOf(settings);
    }

    private List<String> ofThePeer(String peerUrl) {
        List<String> settings = new ArrayList<>(common(peerUrl, "c3"));
        settings.add("--ocn.peers.ask=false");
        return List.copyOf(settings);
    }

    /** What all processes of a node have in common. */
    static List<String> shared(Path folder, EmbeddedPostgres postgres) {
        try {
            Files.writeString(folder.resolve("secret"), SECRET);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return List.of(
                "--ocn.database.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--ocn.database.username=postgres",
                "--ocn.data.secret-file=" + folder.resolve("secret"));
    }

    private List<String> common(String itsUrl, String itsKey) {
        return List.of(
                "--ocn.node.url=" + itsUrl,
                "--ocn.key.file=" + folder.resolve(itsKey + ".key"),
                "--ocn.admin.key=" + ADMIN_KEY,
                "--ocn.registry.file=" + folder.resolve("directory.json"),
                "--ocn.registry.authority=" + AUTHORITY.address(),
                "--ocn.client-info.every=200ms",
                "--ocn.plugins.folder=" + folder.resolve("plugins"),
                "--ocn.client.allow-private=127.0.0.1");
    }

    private void list(String peerUrl) throws IOException {
        Operator node = new Operator(key("b2").address(), URI.create(url));
        Operator other = new Operator(key("c3").address(), URI.create(peerUrl));
        new DirectoryFileWriter(
                        folder.resolve("directory.json"), "test", AUTHORITY, Clock.systemUTC())
                .write(
                        Snapshot.of(
                                List.of(node, other, mute.operator()),
                                List.of(
                                        party(ALICE, Role.CPO, node, 1),
                                        party(BOB, Role.EMSP, other, 2),
                                        party(CAROL, Role.EMSP, node, 3))));
    }

    /** Settings of a node alone in the world, with its file database; Alice and Carol are its. */
    static List<String> alone(Path folder, String url) throws IOException {
        Operator node = new Operator(key("b2").address(), URI.create(url));
        Files.writeString(folder.resolve("b2.key"), "b2".repeat(32));
        new DirectoryFileWriter(
                        folder.resolve("directory.json"), "test", AUTHORITY, Clock.systemUTC())
                .write(
                        Snapshot.of(
                                List.of(node),
                                List.of(
                                        party(ALICE, Role.CPO, node, 1),
                                        party(CAROL, Role.EMSP, node, 3))));
        return List.of(
                "--ocn.node.url=" + url,
                "--ocn.key.file=" + folder.resolve("b2.key"),
                "--ocn.admin.key=" + ADMIN_KEY,
                "--ocn.registry.file=" + folder.resolve("directory.json"),
                "--ocn.registry.authority=" + AUTHORITY.address(),
                "--ocn.peers.ask=false",
                "--ocn.client.allow-private=127.0.0.1");
    }

    /** An observer whose class is there already; what is plugged in only names it. */
    private void plugIn() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("plugins"));
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(jars.resolve("onlooker.jar")))) {
            jar.putNextEntry(
                    new JarEntry(
                            "META-INF/spring/org.springframework.boot.autoconfigure"
                                    + ".AutoConfiguration.imports"));
            jar.write(Onlooker.class.getName().getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    private static Party party(PartyId id, Role role, Operator operator, int number) {
        return new Party(
                id,
                new Address("0xA0" + "%038d".formatted(number)),
                Set.of(role),
                Modules.UNDECLARED,
                operator.address(),
                true);
    }

    private static PrivateKey key(String digits) {
        return PrivateKey.parse(digits.repeat(32)).orElseThrow();
    }

    /** All found while all are held, so that they differ. */
    static List<Integer> freePorts(int many) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < many; i++) {
                held.add(new ServerSocket(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** The node as the world sees it. */
    String url() {
        return url;
    }

    /** The process that came first, and so does what one does for all. */
    NodeProcess one() {
        return one;
    }

    NodeProcess two() {
        return two;
    }

    NodeProcess peer() {
        return peer;
    }

    /** A third node of the registry. */
    MuteNode mute() {
        return mute;
    }

    @Override
    public void close() {
        one.close();
        two.close();
        peer.close();
        balancer.close();
        mute.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
