package network.opencharging.example.config;

import network.opencharging.example.Counts;
import network.opencharging.example.CountsModule;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Found by the node when the jar lies in its plug-in folder. */
@AutoConfiguration
public class ExampleConfiguration {
    @Bean
    Counts exampleCounts() {
        return new Counts();
    }

    @Bean
    CountsModule exampleCountsModule(Counts exampleCounts) {
        return new CountsModule(exampleCounts);
    }
}
