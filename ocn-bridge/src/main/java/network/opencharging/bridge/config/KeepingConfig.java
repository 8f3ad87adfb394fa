package network.opencharging.bridge.config;

import network.opencharging.bridge.register.Listing;
import network.opencharging.registry.directory.Directory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;

/** The database, the registry and the secrets of a bridge. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataSettings.class, RegistrySettings.class})
class KeepingConfig {

    @Bean(destroyMethod = "close")
    BridgeDatabase bridgeDatabase(DataSettings settings) {
        return BridgeDatabase.open(
                settings, BridgeAutoConfiguration.folder(settings, new SecureRandom()));
    }

    @Bean
    Ground bridgeGround(BridgeDatabase database, DataSettings data, RegistrySettings registry) {
        return ground(database, data, registry);
    }

    static Ground ground(BridgeDatabase database, DataSettings data, RegistrySettings registry) {
        SecureRandom random = new SecureRandom();
        Clock clock = BridgeAutoConfiguration.clock();
        Folder folder = BridgeAutoConfiguration.folder(data, random);
        Directory directory = Registry.open(registry, folder, clock);
        Listing listing = Registry.isNamed(registry) ? new Listing(directory) : Listing.unchecked();
        return new Ground(database, directory, listing, folder, clock, random);
    }
}
