package network.opencharging.node.config;

import network.opencharging.registry.Address;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.memory.FileDirectory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The registry, held in memory and kept up to date in the background. */
@Configuration(proxyBeanMethods = false)
class RegistryConfig {
    @Bean(destroyMethod = "close")
    Directory directory(RegistrySettings settings, Clock clock) {
        return switch (settings.source()) {
            case FILE -> {
                FileDirectory directory =
                        new FileDirectory(
                                settings.path(), new Address(settings.authority()), clock);
                directory.start(settings.refresh());
                yield directory;
            }
        };
    }
}
