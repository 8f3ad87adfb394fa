package network.opencharging.node.config;

import network.opencharging.node.adapt.Adapters;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.door.AdaptedDoor;
import network.opencharging.node.door.AdaptedReception;
import network.opencharging.node.door.Doors;
import network.opencharging.node.door.Envelopes;
import network.opencharging.node.links.CallbackJournal;
import network.opencharging.node.links.CallbackMemory;
import network.opencharging.node.links.LinkSeal;
import network.opencharging.node.network.HubParty;
import network.opencharging.node.network.Network;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.network.PeerStore;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Versions;
import network.opencharging.node.plugin.ModulePlugin;
import network.opencharging.node.plugin.VersionAdapter;
import network.opencharging.node.relay.Broadcast;
import network.opencharging.node.relay.Copying;
import network.opencharging.node.relay.Deliveries;
import network.opencharging.node.relay.Delivery;
import network.opencharging.node.relay.Gather;
import network.opencharging.node.relay.Inquiry;
import network.opencharging.node.relay.Modules;
import network.opencharging.node.relay.Relay;
import network.opencharging.node.relay.RelayObserver;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.node.step.address.AddressMessage;
import network.opencharging.node.step.address.Recipients;
import network.opencharging.node.step.authenticate.AuthenticateSender;
import network.opencharging.node.step.authenticate.OnceOnly;
import network.opencharging.node.step.permit.ApplyRules;
import network.opencharging.node.step.resolve.GivenLinks;
import network.opencharging.node.step.resolve.ResolveRecipient;
import network.opencharging.node.step.rewrite.GatheredPages;
import network.opencharging.node.step.rewrite.NodeAddress;
import network.opencharging.node.step.rewrite.NodeStamp;
import network.opencharging.node.step.rewrite.Readdress;
import network.opencharging.node.step.rewrite.RestoreAnswer;
import network.opencharging.node.step.rewrite.RewriteLinks;
import network.opencharging.node.step.send.AdaptedCalls;
import network.opencharging.node.step.send.NodeCalls;
import network.opencharging.node.step.send.PlatformCalls;
import network.opencharging.node.step.send.SendOnward;
import network.opencharging.node.step.verify.VerifyAnswer;
import network.opencharging.node.step.verify.VerifySignature;
import network.opencharging.protocol.key.Signer;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.registry.directory.Directory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Puts the way of a message together, from the doors to the calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RelayProperties.class, PaceSettings.class})
public class MessageWay {
    /** Node messages, each some 200 bytes of memory. */
    private static final int REMEMBERED = 50_000;

    @Bean
    PeerProfiles peerProfiles(RelayProperties properties, PeerStore store, Clock clock) {
        PeerProfiles profiles = new PeerProfiles(properties.profiles(), store, clock);
        profiles.recall();
        return profiles;
    }

    @Bean
    Network network(Directory directory, Signer nodeKey, PeerProfiles profiles) {
        return new Network(directory, nodeKey.address(), profiles);
    }

    @Bean
    CallbackMemory callbackMemory(
            RelayProperties properties, CallbackJournal journal, Clock clock) {
        CallbackMemory memory =
                new CallbackMemory(properties.callbacks(), journal, properties.links(), clock);
        memory.recall();
        return memory;
    }

    @Bean
    NodeStamp nodeStamp(Signer nodeKey) {
        return new NodeStamp(new OcnSigner(nodeKey));
    }

    @Bean
    ResolveRecipient resolveRecipient(
            Platforms platforms, Network network, LinkSeal seal, CallbackMemory callbacks) {
        return new ResolveRecipient(platforms, network, new GivenLinks(seal, callbacks));
    }

    @Bean
    RewriteLinks rewriteLinks(
            NodeAddress node,
            LinkSeal seal,
            CallbackMemory callbacks,
            NodeStamp stamp,
            HubParty hub,
            Network network) {
        return new RewriteLinks(node, seal, callbacks, stamp, new Readdress(hub, stamp), network);
    }

    @Bean
    SendOnward sendOnward(
            Network network,
            HttpCaller http,
            Signer nodeKey,
            Supplier<String> freshIds,
            Adapters adapters,
            RelayProperties properties) {
        return new SendOnward(
                http,
                new PlatformCalls(freshIds),
                new NodeCalls(network, nodeKey, freshIds),
                new AdaptedCalls(adapters),
                properties.deadlines());
    }

    @Bean
    VerifyAnswer verifyAnswer(Network network, RuleBook rules, RelayProperties properties) {
        return new VerifyAnswer(network, rules, properties.signatures());
    }

    @Bean
    RestoreAnswer restoreAnswer(NodeAddress node, LinkSeal seal, NodeStamp stamp) {
        return new RestoreAnswer(node, seal, stamp);
    }

    @Bean
    Copying copying(
            RuleBook rules,
            ResolveRecipient resolve,
            HubParty hub,
            NodeStamp stamp,
            SendOnward send) {
        return new Copying(new ApplyRules(rules), resolve, new Readdress(hub, stamp), send);
    }

    @Bean
    Delivery delivery(
            RuleBook rules,
            ResolveRecipient resolve,
            RewriteLinks rewrite,
            SendOnward send,
            VerifyAnswer verify,
            RestoreAnswer restore) {
        return new Delivery(new ApplyRules(rules), resolve, rewrite, send, verify, restore);
    }

    @Bean
    AuthenticateSender authenticateSender(
            Platforms platforms,
            TokenVault vault,
            Network network,
            PaceSettings pace,
            IntSupplier processes) {
        return new AuthenticateSender(
                platforms,
                vault,
                network,
                pace.pace(processes),
                new OnceOnly(REMEMBERED, System::nanoTime));
    }

    @Bean
    VerifySignature verifySignature(Network network, RuleBook rules, RelayProperties properties) {
        return new VerifySignature(network, rules, properties.signatures());
    }

    @Bean
    Adapters adapters(NodeAddress node, ObjectProvider<VersionAdapter> adapters) {
        return new Adapters(node.base(), adapters.orderedStream().toList());
    }

    /** Where platforms of older versions come in, each known by its token. */
    @Bean
    AdaptedDoor adaptedDoor(
            Adapters adapters,
            RouteTable routes,
            HubParty hub,
            Envelopes envelopes,
            AuthenticateSender authenticate) {
        return new AdaptedDoor(
                adapters, new AdaptedReception(routes, hub.id()), envelopes, authenticate::caller);
    }

    @Bean
    Envelopes envelopes(Signer nodeKey, Clock clock) {
        return new Envelopes(new OcnSigner(nodeKey), clock);
    }

    /** Of each module one at most, and none of OCPI's own. */
    @Bean
    PluggedModules pluggedModules(ObjectProvider<ModulePlugin> plugins, RouteTable routes) {
        return PluggedModules.of(plugins.orderedStream().toList(), routes);
    }

    @Bean
    AddressMessage addressMessage(
            Platforms platforms, Network network, HubParty hub, PluggedModules modules) {
        return new AddressMessage(
                hub, new Recipients(platforms, network), modules.byModule().keySet());
    }

    @Bean
    GatheredPages gatheredPages(
            HubParty hub,
            NodeAddress node,
            LinkSeal seal,
            NodeStamp stamp,
            RouteTable routes,
            Clock clock) {
        return new GatheredPages(hub, node, seal, stamp, routes, clock);
    }

    /** To many and from many; closing waits for the copies that are on their way. */
    @Bean(destroyMethod = "close")
    ExecutorService manyThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("many").factory());
    }

    @Bean
    Deliveries deliveries(
            Delivery delivery,
            GatheredPages pages,
            RelayObserver observer,
            ExecutorService manyThreads,
            PluggedModules modules,
            RelayProperties properties) {
        return new Deliveries(
                new Modules(modules.byModule(), pages),
                delivery,
                new Broadcast(delivery, pages, observer, System::nanoTime, manyThreads),
                new Gather(
                        delivery, pages, properties.listDeadline(), System::nanoTime, manyThreads),
                new Inquiry(
                        delivery,
                        properties.listDeadline(),
                        System::nanoTime,
                        manyThreads,
                        new Semaphore(properties.questions(), true)));
    }

    @Bean
    Versions versions(RelayProperties properties) {
        return properties.spoken();
    }

    @Bean
    Relay relay(
            AuthenticateSender authenticate,
            AddressMessage address,
            VerifySignature verify,
            Deliveries deliveries,
            RelayObserver observer) {
        return new Relay(authenticate, address, verify, deliveries, observer, System::nanoTime);
    }

    @Bean
    Doors doors(
            Relay relay,
            RouteTable routes,
            Envelopes envelopes,
            Supplier<String> freshIds,
            AdaptedDoor adapted,
            RelayProperties properties) {
        return new Doors(relay, routes, properties.spoken(), envelopes, freshIds, adapted);
    }
}
