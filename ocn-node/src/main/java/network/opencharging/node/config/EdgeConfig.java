package network.opencharging.node.config;

import network.opencharging.node.client.AddressFence;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.links.LinkSeal;
import network.opencharging.node.network.HubParty;
import network.opencharging.node.step.rewrite.NodeAddress;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.registry.directory.Operator;

import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Where time, chance, keys and other servers come in. */
@Configuration(proxyBeanMethods = false)
class EdgeConfig {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    /** Ids of requests and of platforms. */
    @Bean
    Supplier<String> ids() {
        return () -> UUID.randomUUID().toString();
    }

    @Bean
    DataFolder dataFolder(DataSettings settings) {
        DataFolder folder = new DataFolder(settings.folder());
        folder.prepare();
        return folder;
    }

    @Bean
    PrivateKey operatorKey(KeySettings settings, DataFolder folder, SecureRandom random) {
        return OperatorKey.load(settings, folder, random);
    }

    @Bean
    NodeIdentity identity(NodeSettings settings, PrivateKey key) {
        return new NodeIdentity(
                new Operator(key.address(), URI.create(settings.url())),
                new PartyId(settings.countryCode(), settings.partyId()),
                settings.name(),
                URI.create(settings.website()),
                URI.create(settings.logo()));
    }

    @Bean
    HubParty hubParty(NodeSettings settings) {
        return new HubParty(new PartyId(settings.countryCode(), settings.partyId()));
    }

    @Bean(destroyMethod = "close")
    HttpCaller httpCaller(ClientSettings settings, SslBundles bundles) {
        AddressFence fence = AddressFence.allowing(settings.allowPrivate());
        return settings.tls().isBlank()
                ? new HttpCaller(fence, settings.limits())
                : new HttpCaller(
                        fence,
                        settings.limits(),
                        BundleTls.ofCalls(bundles, settings.tls(), settings.publicAuthorities()));
    }

    @Bean
    RouteTable routes() {
        return RouteTable.ocpi221();
    }

    @Bean
    NodeAddress nodeAddress(NodeIdentity self) {
        return new NodeAddress(self.url());
    }

    @Bean
    LinkSeal linkSeal(NodeSecret secret, RelayProperties properties, Clock clock) {
        return LinkSeal.fromSecret(secret.bytes(), properties.links(), clock);
    }
}
