package network.opencharging.adapter211.config;

import network.opencharging.adapter211.way.Adapter211;
import network.opencharging.node.plugin.VersionAdapter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Found by the node when the jar lies in its plug-in folder. */
@AutoConfiguration
@EnableConfigurationProperties(AdapterSettings.class)
public class Adapter211Configuration {
    @Bean
    VersionAdapter adapter211(AdapterSettings settings) {
        return new Adapter211(settings.pairs(), settings.timeZone());
    }
}
