package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How is found out what other nodes read.
 *
 * @param ask whether they are asked; otherwise only what is configured or remembered counts
 * @param every how often is looked for nodes that are to be asked
 * @param deadline for each single request
 */
@ConfigurationProperties("ocn.peers")
record PeerSettings(
        @DefaultValue("true") boolean ask,
        @DefaultValue("2s") Duration every,
        @DefaultValue("5s") Duration deadline) {}
