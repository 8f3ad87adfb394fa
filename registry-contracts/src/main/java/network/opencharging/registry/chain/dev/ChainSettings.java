package network.opencharging.registry.chain.dev;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a development chain shall behave.
 *
 * @param chainId the chain id it answers with
 * @param port where it listens on 127.0.0.1; 0 for any free port
 * @param blockTime a block in this interval; empty mines a block for every transaction at once, for
 *     tests that wait for each receipt before they send more
 * @param stateFile where the chain is kept over a restart; empty forgets it
 */
public record ChainSettings(
        long chainId, int port, Optional<Duration> blockTime, Optional<Path> stateFile) {

    /** Energy Web Chain's id, so that what is signed here has the form it has there. */
    public static final long ENERGY_WEB_CHAIN = 246;

    /** For tests: any port, a block for every transaction, nothing kept. */
    public static ChainSettings forTests() {
        return new ChainSettings(ENERGY_WEB_CHAIN, 0, Optional.empty(), Optional.empty());
    }

    /** For a network that runs for a while: a block each second. */
    public static ChainSettings everySecond() {
        return forTests().withBlockTime(Duration.ofSeconds(1));
    }

    /** The same with this chain id. */
    public ChainSettings withChainId(long id) {
        return new ChainSettings(id, port, blockTime, stateFile);
    }

    /** The same on this port. */
    public ChainSettings withPort(int number) {
        return new ChainSettings(chainId, number, blockTime, stateFile);
    }

    /** The same with a block in this interval. */
    public ChainSettings withBlockTime(Duration interval) {
        return new ChainSettings(chainId, port, Optional.of(interval), stateFile);
    }

    /** The same, kept in this file over a restart. */
    public ChainSettings withStateFile(Path file) {
        return new ChainSettings(chainId, port, blockTime, Optional.of(file));
    }
}
