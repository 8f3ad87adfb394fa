package network.opencharging.node.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/**
 * Where the node keeps what must survive.
 *
 * @param folder holds the file database, the directory's cache and the secrets
 * @param secretFile a file with the node's secret; empty means {@code secrets/node.secret} in the
 *     folder, made when missing. All processes of a node need the same
 */
@ConfigurationProperties("ocn.data")
public record DataSettings(Path folder, @DefaultValue("") String secretFile) {}
