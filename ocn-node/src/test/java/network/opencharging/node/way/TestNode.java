package network.opencharging.node.way;

import network.opencharging.node.client.AddressFence;
import network.opencharging.node.client.ClientLimits;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.config.DoorServer;
import network.opencharging.node.config.MessageWay;
import network.opencharging.node.links.CallbackJournal;
import network.opencharging.node.links.LinkLifetimes;
import network.opencharging.node.links.LinkSeal;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.TurnedAway;
import network.opencharging.node.network.HubParty;
import network.opencharging.node.network.PeerStore;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.PlatformStore;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.relay.RelayObserver;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.node.rules.RuleStore;
import network.opencharging.node.step.rewrite.NodeAddress;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A node in this JVM, with the real doors, steps and calls. */
final class TestNode implements AutoCloseable {
    static final PartyId HUB = new PartyId("CH", "OCN");

    private final PrivateKey key;
    private final String url;
    private final TokenVault vault;
    private final Platforms platforms;
    private final OcnRules rules;
    private final List<RelayEvent> events = new CopyOnWriteArrayList<>();
    private final List<TurnedAway> turnedAway = new CopyOnWriteArrayList<>();
    private final List<RelayObserver> told = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({MessageWay.class, DoorServer.class})
    static class Rooms {}

    TestNode(PrivateKey key, Directory directory, PlatformStore store, String... properties) {
        this(key, directory, store, new MemoryRuleStore(), properties);
    }

    TestNode(
            PrivateKey key,
            Directory directory,
            PlatformStore store,
            RuleStore ruleStore,
            String... properties) {
        int port = freePort();
        this.key = key;
        this.url = "http://127.0.0.1:" + port;
        byte[] secret =
                ("secret of the node at port " + port + ".....")
                        .getBytes(StandardCharsets.US_ASCII);
        this.vault = new TokenVault(secret, new SecureRandom());
        this.platforms = new Platforms(store, Clock.systemUTC());
        this.rules = new OcnRules(platforms, ruleStore);
        this.context =
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.SERVLET)
                        .properties(
                                // Not the settings of the whole node: only this way of a message.
                                "spring.config.name=of-the-way",
                                "server.port=" + port,
                                "server.address=127.0.0.1",
                                "spring.threads.virtual.enabled=true",
                                "spring.main.banner-mode=off",
                                "spring.jmx.enabled=false",
                                "spring.autoconfigure.exclude="
                                        + "org.springframework.boot.jdbc.autoconfigure"
                                        + ".DataSourceAutoConfiguration,"
                                        + "org.springframework.boot.flyway.autoconfigure"
                                        + ".FlywayAutoConfiguration")
                        .properties(properties)
                        .initializers((GenericApplicationContext fresh) ->
                                beans(fresh, directory, secret))
                        .run();
    }

    private void beans(GenericApplicationContext fresh, Directory directory, byte[] secret) {
        fresh.registerBean(Directory.class, () -> directory);
        fresh.registerBean(Signer.class, () -> key);
        fresh.registerBean(Clock.class, Clock::systemUTC);
        fresh.registerBean("freshIds", Supplier.class, () -> () -> UUID.randomUUID().toString());
        fresh.registerBean(RouteTable.class, RouteTable::ocpi221);
        fresh.registerBean(
                HttpCaller.class,
                () ->
                        new HttpCaller(
                                AddressFence.allowing(List.of("127.0.0.0/8")),
                                new ClientLimits(Duration.ofSeconds(5), 1 << 20, 8)));
        fresh.registerBean(Platforms.class, () -> platforms);
        fresh.registerBean(TokenVault.class, () -> vault);
        fresh.registerBean(NodeAddress.class, () -> new NodeAddress(url));
        fresh.registerBean(
                LinkSeal.class,
                () -> LinkSeal.fromSecret(secret, LinkLifetimes.STANDARD, Clock.systemUTC()));
        fresh.registerBean(HubParty.class, () -> new HubParty(HUB));
        fresh.registerBean(RuleBook.class, () -> rules);
        fresh.registerBean(PeerStore.class, MemoryPeerStore::new);
        fresh.registerBean(IntSupplier.class, () -> () -> 1);
        fresh.registerBean(CallbackJournal.class, CallbackJournal::none);
        fresh.registerBean(RelayObserver.class, this::observer);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return url;
    }

    PrivateKey key() {
        return key;
    }

    Platforms platforms() {
        return platforms;
    }

    OcnRules rules() {
        return rules;
    }

    List<RelayEvent> events() {
        return List.copyOf(events);
    }

    List<TurnedAway> turnedAway() {
        return List.copyOf(turnedAway);
    }

    Operator operator() {
        return new Operator(key.address(), URI.create(url));
    }

    void connect(StubParty party) {
        connect(party, ConnectionStatus.CONNECTED);
    }

    void connect(StubParty party, ConnectionStatus status) {
        platforms.save(party.registered(vault::hash, status));
    }

    /** Tells this one too of every message from now on. */
    void tell(RelayObserver observer) {
        told.add(observer);
    }

    private RelayObserver observer() {
        return new RelayObserver() {
            @Override
            public Received begins(Received received) {
                Received now = received;
                for (RelayObserver each : told) {
                    now = each.begins(now);
                }
                return now;
            }

            @Override
            public void on(RelayEvent event) {
                seen(event);
            }

            @Override
            public void on(TurnedAway request) {
                turnedAway.add(request);
            }
        };
    }

    private void seen(RelayEvent event) {
        events.add(event);
        told.forEach(it -> it.on(event));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
