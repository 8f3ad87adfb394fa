package network.opencharging.node.config;

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
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Revision;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A party of the node that answers everything the same way, and has secrets. */
final class FuzzParty implements AutoCloseable {
    private final PartyId id;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String said = "";
    private volatile byte[] answer;

    FuzzParty(PartyId id) {
        this.id = id;
        this.answer = usual();
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    PartyId id() {
        return id;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it shows to the node. */
    String inbound() {
        return "shown-by-" + id.partyId() + "-7f3a9c";
    }

    /** What the node shows to it: nobody else may ever see it. */
    String outbound() {
        return "shown-to-" + id.partyId() + "-b81d02";
    }

    /** What stands in its answers. */
    String data() {
        return "data-of-" + id.partyId() + "-44e1";
    }

    /** How many requests have reached its modules. */
    int asked() {
        return asked.get();
    }

    /** What it was told last. */
    String said() {
        return said;
    }

    /** Its answer as it should be. */
    byte[] usual() {
        return "{\"status_code\":1000,\"data\":[\"%s\"],\"timestamp\":\"2026-11-28T12:00:00Z\"}"
                .formatted(data())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** From now on it says this to whatever it is asked. */
    void answers(byte[] body) {
        answer = body.clone();
    }

    /** What it says now. */
    byte[] says() {
        return answer.clone();
    }

    /** Puts it back where a request may have removed or changed it. */
    void connect(Platforms platforms, TokenVault vault) {
        PlatformId name = new PlatformId("fuzz-" + id.partyId());
        boolean there =
                platforms
                        .byInboundToken(vault.hash(inbound()))
                        .filter(platform -> platform.id().equals(name))
                        .filter(platform -> platform.status() == ConnectionStatus.CONNECTED)
                        .filter(platform -> platform.connection().origins().size() == 1)
                        .isPresent();
        if (!there) {
            platforms.byParty(id).forEach(platforms::remove);
            platforms.save(registered(name, vault));
        }
    }

    /** The same for a platform that agreed on another version. */
    void connectSpeaking(String version, Platforms platforms, TokenVault vault) {
        platforms.save(
                registered(
                        new PlatformId("fuzz-" + id.partyId()), vault, new OcpiVersion(version)));
    }

    private ConnectedPlatform registered(PlatformId name, TokenVault vault) {
        return registered(name, vault, OcpiVersion.V2_2_1);
    }

    private ConnectedPlatform registered(PlatformId name, TokenVault vault, OcpiVersion version) {
        List<Endpoint> endpoints = new ArrayList<>();
        List<ModuleId> modules = new ArrayList<>(RouteTable.ocpi221().modules());
        modules.add(new ModuleId("xyz-parking"));
        modules.add(ModuleId.CREDENTIALS);
        for (ModuleId module : modules) {
            for (InterfaceRole side : InterfaceRole.values()) {
                endpoints.add(
                        new Endpoint(module, side, URI.create(url() + "/" + side + "/" + module)));
            }
        }
        BusinessDetails business = new BusinessDetails("x", Optional.empty());
        return new ConnectedPlatform(
                name,
                Revision.fresh(Instant.EPOCH),
                ConnectionStatus.CONNECTED,
                List.of(
                        new PartyRole(id, Role.CPO, business),
                        new PartyRole(id, Role.EMSP, business)),
                InboundTokens.of(vault.hash(inbound())),
                new Connection(
                        URI.create(url() + "/versions"),
                        version,
                        endpoints,
                        new OutboundToken(
                                CredentialsToken.of(outbound()).orElseThrow(),
                                CredentialsToken.Encoding.RAW)));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!exchange.getRequestURI().getPath().equals("/versions")) {
                asked.incrementAndGet();
            }
            byte[] body = answer;
            exchange.getResponseHeaders().set("Link", "<" + url() + "/next?x=1>; rel=\"next\"");
            exchange.getResponseHeaders().set("Location", url() + "/cdrs/1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
