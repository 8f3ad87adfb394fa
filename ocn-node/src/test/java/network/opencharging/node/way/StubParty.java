package network.opencharging.node.way;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.node.platform.BusinessDetails;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.InboundTokens;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Revision;
import network.opencharging.node.platform.TokenHash;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A party with a platform of its own: answers what it is told to, and remembers what it was asked.
 */
final class StubParty implements AutoCloseable {
    private final PartyId id;
    private final Role role;
    private final PrivateKey key;
    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile List<OcpiVersion> versions = List.of(OcpiVersion.V2_2_1);
    private volatile Function<Seen, Said> answer = seen -> Said.ok();

    StubParty(PartyId id, Role role, PrivateKey key) {
        this.id = id;
        this.role = role;
        this.key = key;
        try {
            this.server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    PartyId id() {
        return id;
    }

    Role role() {
        return role;
    }

    PrivateKey key() {
        return key;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String endpoint(ModuleId module, InterfaceRole side) {
        return url() + path(module, side);
    }

    static String path(ModuleId module, InterfaceRole side) {
        return path(OcpiVersion.V2_2_1, module, side);
    }

    private static String path(OcpiVersion version, ModuleId module, InterfaceRole side) {
        return "/ocpi/" + version + "/" + side.name().toLowerCase(Locale.ROOT) + "/" + module;
    }

    /** From its next registration on it takes messages of these versions, the first agreed. */
    void speaks(OcpiVersion... others) {
        versions = List.of(others);
    }

    /** The token with which this party enters the node. */
    String inboundToken() {
        return "in-" + id.partyId();
    }

    /** The token with which the node calls this party. */
    String outboundToken() {
        return "out-" + id.partyId();
    }

    void answers(Function<Seen, Said> next) {
        answer = next;
    }

    void answers(Said always) {
        answer = asked -> always;
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    Seen last() {
        return seen.getLast();
    }

    void forget() {
        seen.clear();
        answer = asked -> Said.ok();
    }

    /** This party as the node keeps it after the handshake, with every module and its own. */
    ConnectedPlatform registered(Function<String, TokenHash> hash, ConnectionStatus status) {
        List<Endpoint> endpoints = new ArrayList<>();
        List<ModuleId> modules = new ArrayList<>(RouteTable.ocpi221().modules());
        modules.add(new ModuleId("xyz-parking"));
        modules.add(new ModuleId("payments"));
        modules.add(ModuleId.HUB_CLIENT_INFO);
        versions.forEach(version -> serve(version, modules, endpoints));
        endpoints.add(
                new Endpoint(
                        ModuleId.CREDENTIALS,
                        InterfaceRole.SENDER,
                        URI.create(url() + "/ocpi/2.2.1/credentials")));
        return new ConnectedPlatform(
                new PlatformId("platform-" + id.partyId()),
                Revision.fresh(Instant.EPOCH),
                status,
                List.of(new PartyRole(id, role, new BusinessDetails("x", Optional.empty()))),
                InboundTokens.of(hash.apply(inboundToken())),
                new Connection(
                        URI.create(url() + "/ocpi/versions"),
                        versions.getFirst(),
                        endpoints,
                        new OutboundToken(
                                CredentialsToken.of(outboundToken()).orElseThrow(),
                                CredentialsToken.Encoding.BASE64)));
    }

    private void serve(OcpiVersion version, List<ModuleId> modules, List<Endpoint> endpoints) {
        for (ModuleId module : modules) {
            for (InterfaceRole side : InterfaceRole.values()) {
                URI url = URI.create(url() + path(version, module, side));
                endpoints.add(new Endpoint(version, module, side, url));
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Seen request =
                    new Seen(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Headers.ofMany(exchange.getRequestHeaders()),
                            Body.of(exchange.getRequestBody().readAllBytes()));
            seen.add(request);
            Said said = answer.apply(request);
            said.headers().asMap().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    said.status(), said.content().isEmpty() ? -1 : said.content().size());
            exchange.getResponseBody().write(said.content().bytes());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
