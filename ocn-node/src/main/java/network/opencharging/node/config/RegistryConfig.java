package network.opencharging.node.config;

import network.opencharging.node.operate.StartRefused;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.memory.FileDirectory;
import network.opencharging.registry.directory.onchain.ChainDirectory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.time.Clock;

/** The registry, held in memory and kept up to date in the background. */
@Configuration(proxyBeanMethods = false)
class RegistryConfig {
    @Bean(destroyMethod = "close")
    Directory directory(
            RegistrySettings settings, ChainSettings chain, DataFolder folder, Clock clock) {
        return switch (settings.source()) {
            case FILE -> fromFile(settings, clock);
            case CHAIN -> fromChain(settings, chain, folder, clock);
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
            RegistryContract contract =
                    new RegistryContract(
                            new Rpc(chain.profile()), new Address(settings.contract()));
            ChainDirectory directory =
                    new ChainDirectory(contract, folder.resolve("registry.json"), clock);
            directory.start(settings.refresh());
            return directory;
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "The settings below ocn.chain cannot work: " + e.getMessage(), e);
        }
    }
}
