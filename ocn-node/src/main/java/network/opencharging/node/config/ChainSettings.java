package network.opencharging.node.config;

import network.opencharging.registry.chain.rpc.Blocks;
import network.opencharging.registry.chain.rpc.ChainProfile;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The chain on which the registry contract lives.
 *
 * @param name for people
 * @param rpc where JSON-RPC is answered, the preferred endpoint first
 * @param id the chain id that every endpoint must answer with
 * @param deadline how long one endpoint may take for one answer
 * @param confirmations how many blocks must stand on a block before it is believed
 * @param blockTime how often a block is expected
 * @param oldestHead how old the newest block may be before the chain counts as standing still;
 *     empty where blocks come only with transactions
 */
@ConfigurationProperties("ocn.chain")
public record ChainSettings(
        String name,
        List<URI> rpc,
        long id,
        Duration deadline,
        int confirmations,
        Duration blockTime,
        @Nullable Duration oldestHead) {

    /** As the registry's client wants it; checked only where a chain is used. */
    ChainProfile profile() {
        return new ChainProfile(
                name,
                id,
                rpc,
                deadline,
                new Blocks(confirmations, blockTime, Optional.ofNullable(oldestHead)));
    }
}
