package network.opencharging.node.config;

import network.opencharging.node.copies.ServiceCopies;
import network.opencharging.node.relay.Copying;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Signer;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.consent.Agreements;
import network.opencharging.registry.consent.ChainConsents;
import network.opencharging.registry.consent.Consents;
import network.opencharging.registry.consent.OurAgreements;
import network.opencharging.registry.consent.PublishedAgreements;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.registry.contract.PublishedPermissions;
import network.opencharging.registry.directory.Directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Copies for services, by the agreements on the chain. */
@Configuration(proxyBeanMethods = false)
class ServiceConfig {
    @Bean
    Consents agreedConsents(
            ServiceSettings settings,
            RegistrySettings registry,
            ChainSettings chain,
            Directory directory,
            Signer nodeKey) {
        if (settings.contract().isBlank()) {
            return Consents.none();
        }
        ChainConsents consents =
                new ChainConsents(
                        agreements(settings, registry, new Rpc(chain.profile())),
                        directory,
                        nodeKey.address());
        consents.start(settings.refresh());
        return consents;
    }

    /** The contract is of the registry's generation. */
    private static Agreements agreements(
            ServiceSettings settings, RegistrySettings registry, Rpc rpc) {
        Address contract = new Address(settings.contract());
        return registry.source() == RegistrySettings.Source.CHAIN_FIRST
                ? new PublishedAgreements(new PublishedPermissions(rpc, contract))
                : new OurAgreements(new PermissionsContract(rpc, contract));
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService copyThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("copies").factory());
    }

    @Bean
    ServiceCopies serviceCopies(Consents consents, Copying copying, ExecutorService copyThreads) {
        return new ServiceCopies(consents, copying, copyThreads);
    }
}
