package network.opencharging.cli.connect;

import network.opencharging.cli.connect.Network.Chain;
import network.opencharging.cli.connect.Network.Contracts;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code ocn up} leaves for {@code --network local}. */
final class LocalNetworkFile {
    private LocalNetworkFile() {}

    static Optional<Network> read() throws IOException {
        Path file =
                Path.of(System.getProperty("ocn.home", ""))
                        .toAbsolutePath()
                        .resolve(".ocn/up/network.json");
        return Files.exists(file)
                ? JsonText.parse(Files.readString(file)).flatMap(LocalNetworkFile::network)
                : Optional.empty();
    }

    private static Optional<Network> network(JsonNode json) {
        List<URI> rpc = new ArrayList<>();
        json.path("rpc").forEach(url -> rpc.add(URI.create(url.asString(""))));
        Optional<Address> registry = Address.parse(json.path("registry").asString(""));
        long id = json.path("chain_id").asLong(0);
        if (rpc.isEmpty() || registry.isEmpty() || id <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Network(
                        "local",
                        new Chain(id, rpc, 1, Duration.ofSeconds(1)),
                        new Contracts(
                                RegistryForm.OURS, registry, Optional.empty(), Optional.empty()),
                        "The network of  ocn up  on this machine."));
    }
}
