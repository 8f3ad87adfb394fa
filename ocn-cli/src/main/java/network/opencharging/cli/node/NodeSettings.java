package network.opencharging.cli.node;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.Network;
import network.opencharging.tools.terminal.Failure;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a node is told, as the environment of its process.
 *
 * @param url its public address
 * @param port where it listens
 * @param folder where it keeps its files
 */
record NodeSettings(URI url, int port, Path folder) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int USUAL_PORT = 8080;

    /** The port of an address of this machine; behind a name a proxy is expected to stand. */
    static int usualPort(URI url) {
        return isThisMachine(url) && url.getPort() > 0 ? url.getPort() : USUAL_PORT;
    }

    private static boolean isThisMachine(URI url) {
        return THIS_MACHINE.contains(String.valueOf(url.getHost()));
    }

    /**
     * The settings, without the password.
     *
     * @param given the environment of this process, whose own settings of a node are kept
     */
    SequencedMap<String, String> environment(
            Network network,
            KeyOptions.Opened key,
            Optional<Path> claim,
            Map<String, String> given) {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("OCN_NODE_URL", url.toString());
        all.put("OCN_NODE_PORT", Integer.toString(port));
        all.put("OCN_NODE_DATA", folder.toString());
        all.put("OCN_NODE_KEY_FILE", key.file().toString());
        registry(network, all);
        claim.ifPresent(file -> all.put("OCN_DOMAIN_CLAIM", file.toAbsolutePath().toString()));
        usual(all, given, "OCN_NODE_ADDRESS", "127.0.0.1");
        usual(
                all,
                given,
                "OCN_NODE_ALLOW_PRIVATE",
                isThisMachine(url) ? "127.0.0.1,localhost" : "");
        if (network.name().equals("local")) {
            usual(all, given, "OCN_CHAIN_CONFIRMATIONS", "0");
            usual(all, given, "OCN_REGISTRY_REFRESH", "500ms");
        }
        return all;
    }

    private static void registry(Network network, Map<String, String> all) {
        Network.Contracts contracts = network.contracts();
        all.put(
                "OCN_REGISTRY_SOURCE",
                switch (contracts.form()) {
                    case OURS -> "chain";
                    case FIRST -> "chain-first";
                    case SECOND -> "chain-second";
                });
        all.put(
                "OCN_REGISTRY_CONTRACT",
                contracts
                        .registry()
                        .orElseThrow(() ->
                                Failure.usage(
                                        "Network %s has no registry contract: start  ocn up  for one on this machine, or give --network or --registry."
                                                .formatted(network.name())))
                        .lowerCase());
        contracts
                .permissions()
                .ifPresent(address -> all.put("OCN_SERVICES_CONTRACT", address.lowerCase()));
        all.put(
                "OCN_CHAIN_RPC",
                network.chain().rpc().stream().map(URI::toString).collect(Collectors.joining(",")));
        all.put("OCN_CHAIN_ID", Long.toString(network.chain().id()));
        all.put("OCN_CHAIN_BLOCK_TIME", network.chain().blockTime().toSeconds() + "s");
    }

    private static void usual(
            Map<String, String> all, Map<String, String> given, String name, String value) {
        all.put(name, given.getOrDefault(name, value));
    }
}
