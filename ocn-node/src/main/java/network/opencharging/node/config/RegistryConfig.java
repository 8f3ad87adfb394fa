package network.opencharging.node.config;

import network.opencharging.node.operate.StartRefused;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.PublishedRegistry;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.contract.RegistryReader;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.memory.FileDirectory;
import network.opencharging.registry.directory.onchain.ChainDirectory;
import network.opencharging.registry.directory.subgraph.SubgraphDirectory;
import network.opencharging.registry.directory.subgraph.SubgraphEndpoint;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The registry, held in memory and kept up to date in the background. */
@Configuration(proxyBeanMethods = false)
class RegistryConfig {
    @Bean(destroyMethod = "close")
    Directory directory(
            RegistrySettings settings, ChainSettings chain, DataFolder folder, Clock clock) {
        return switch (settings.source()) {
            case FILE -> fromFile(settings, clock);
            case CHAIN, CHAIN_FIRST, CHAIN_SECOND -> fromChain(settings, chain, folder, clock);
            case SUBGRAPH -> fromSubgraph(settings, chain, clock);
        };
    }

    /** Reads the registry again now, whatever it is. */
    @Bean
    Runnable registryReading(Directory directory) {
        return switch (directory) {
            case FileDirectory file -> file::reload;
            case ChainDirectory chain -> chain::catchUp;
            case SubgraphDirectory subgraph -> subgraph::read;
            default -> () -> {};
        };
    }

    private static Directory fromFile(RegistrySettings settings, Clock clock) {
        FileDirectory directory =
                new FileDirectory(
                        Path.of(settings.file()), new Address(settings.authority()), clock);
        directory.start(settings.refresh());
        return directory;
    }

    private static Directory fromChain(
            RegistrySettings settings, ChainSettings chain, DataFolder folder, Clock clock) {
        try {
            ChainDirectory directory =
                    new ChainDirectory(
                            reader(settings, chain), folder.resolve("registry.json"), clock);
            directory.start(settings.refresh());
            return directory;
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "The settings below ocn.chain cannot work: " + e.getMessage(), e);
        }
    }

    private static RegistryReader reader(RegistrySettings settings, ChainSettings chain) {
        Rpc rpc = new Rpc(chain.profile());
        Address contract = new Address(settings.contract());
        return switch (settings.source()) {
            case CHAIN_FIRST -> PublishedRegistry.first(rpc, contract);
            case CHAIN_SECOND -> PublishedRegistry.second(rpc, contract);
            case CHAIN, FILE, SUBGRAPH -> new RegistryContract(rpc, contract);
        };
    }

    private static Directory fromSubgraph(
            RegistrySettings settings, ChainSettings chain, Clock clock) {
        RegistrySettings.Subgraph at = settings.subgraph();
        SubgraphEndpoint endpoint =
                new SubgraphEndpoint(
                        URI.create(at.url()),
                        Optional.of(at.token()).filter(token -> !token.isBlank()),
                        chain.deadline());
        SubgraphDirectory directory = new SubgraphDirectory(endpoint, clock);
        directory.start(settings.refresh());
        return directory;
    }
}
