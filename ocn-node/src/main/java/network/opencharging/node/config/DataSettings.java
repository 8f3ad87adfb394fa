package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;

/**
 * Where the node keeps what must survive.
 *
 * @param folder holds the file database, the directory's cache and the secrets
 */
@ConfigurationProperties("ocn.data")
public record DataSettings(Path folder) {}
