package network.opencharging.bridge.config;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Blocks;
import network.opencharging.registry.chain.rpc.ChainProfile;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.registry.directory.memory.FileDirectory;
import network.opencharging.registry.directory.onchain.ChainDirectory;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The registry as the settings name it. */
final class Registry {
    private static final Duration RPC_DEADLINE = Duration.ofSeconds(10);
    private static final Duration BLOCK_TIME = Duration.ofSeconds(5);

    private Registry() {}

    static boolean isNamed(RegistrySettings settings) {
        return !settings.file().isBlank() || !settings.contract().isBlank();
    }

    static Directory open(RegistrySettings settings, Folder folder, Clock clock) {
        if (!settings.file().isBlank()) {
            FileDirectory directory =
                    new FileDirectory(
                            Path.of(settings.file()), new Address(settings.authority()), clock);
            directory.start(settings.refresh());
            return directory;
        }
        if (!settings.contract().isBlank()) {
            ChainProfile chain =
                    new ChainProfile(
                            "registry",
                            settings.chainId(),
                            settings.rpc(),
                            RPC_DEADLINE,
                            new Blocks(0, BLOCK_TIME, Optional.empty()));
            ChainDirectory directory =
                    new ChainDirectory(
                            new RegistryContract(new Rpc(chain), new Address(settings.contract())),
                            folder.resolve("registry.json"),
                            clock);
            directory.start(settings.refresh());
            return directory;
        }
        return new Nowhere();
    }

    /** Nobody is listed. */
    private static final class Nowhere implements Directory {
        @Override
        public Snapshot snapshot() {
            return Snapshot.empty();
        }

        @Override
        public Freshness freshness() {
            return new Freshness(
                    "no registry", 0, Optional.empty(), Optional.of("none is configured"));
        }
    }
}
