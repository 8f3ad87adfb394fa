package network.opencharging.cli.network;

import network.opencharging.cli.check.Finding;
import network.opencharging.cli.check.NetworkChecks;
import network.opencharging.cli.connect.Home;
import network.opencharging.cli.connect.Network;
import network.opencharging.cli.connect.Network.Chain;
import network.opencharging.cli.connect.Network.Contracts;
import network.opencharging.cli.connect.NetworkBook;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The networks that are known here. */
@Command(
        name = "network",
        description = {
            "Networks: a chain and the contracts on it.",
            "What is known out of the box was found in published software: check it before you"
                    + " write."
        })
public final class NetworkCommands {
    /** For picocli. */
    public NetworkCommands() {}

    /** Lists networks. */
    @Command(name = "list", description = "Show the networks that are known here.")
    public int list(@Mixin OutputOptions output) throws IOException {
        List<Network> all = new NetworkBook(Home.networks()).all();
        output.show(all.stream().map(NetworkCommands::row).toList(), "No networks.");
        all.stream()
                .filter(network -> !network.note().isEmpty())
                .forEach(network -> output.say(network.name() + ": " + network.note()));
        return 0;
    }

    /** Where a network is. */
    static final class Place {
        @Option(
                names = "--chain-id",
                required = true,
                paramLabel = "ID",
                description = "The chain's id (Energy Web Chain: 246, Volta: 73799, Gnosis: 100).")
        private long chainId;

        @Option(
                names = "--rpc",
                required = true,
                split = ",",
                paramLabel = "URL",
                description = "Where the chain's JSON-RPC is answered, the preferred one first.")
        private List<URI> rpc = List.of();

        @Option(
                names = "--confirmations",
                paramLabel = "BLOCKS",
                defaultValue = "12",
                description = "How many blocks make a write certain (usual: ${DEFAULT-VALUE}).")
        private int confirmations;

        @Option(
                names = "--block-time",
                paramLabel = "TIME",
                defaultValue = "5s",
                description = "How often a block comes (usual: ${DEFAULT-VALUE}).")
        private Duration blockTime = Duration.ofSeconds(5);

        private Chain chain() {
            if (chainId <= 0 || confirmations < 1 || !blockTime.isPositive()) {
                throw Failure.usage(
                        "--chain-id, --confirmations and --block-time must be greater than zero.");
            }
            return new Chain(chainId, rpc, confirmations, blockTime);
        }
    }

    /** What is on a network. */
    static final class Addresses {
        @Option(
                names = "--registry",
                required = true,
                paramLabel = "ADDRESS",
                description = "The registry contract.")
        private Address registry = Address.ZERO;

        @Option(
                names = "--registry-form",
                paramLabel = "ours|first|second",
                defaultValue = "ours",
                description = "Its generation (usual: ${DEFAULT-VALUE}).")
        private RegistryForm form = RegistryForm.OURS;

        @Option(
                names = "--permissions",
                paramLabel = "ADDRESS",
                description = "The contract of services and agreements.")
        private Optional<Address> permissions = Optional.empty();

        @Option(
                names = "--certifier",
                paramLabel = "ADDRESS",
                description = "The contract of certificates.")
        private Optional<Address> certifier = Optional.empty();

        private Contracts contracts() {
            return new Contracts(form, Optional.of(registry), permissions, certifier);
        }
    }

    /** Adds a network. */
    @Command(name = "add", description = "Add a network, or put it in the place of a known one.")
    public int add(
            @Parameters(paramLabel = "NAME", description = "What to call it.") String name,
            @Mixin Place place,
            @Mixin Addresses addresses,
            @Mixin OutputOptions output)
            throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw Failure.usage(
                    "The name of a network has lower-case letters, digits and dashes, and begins"
                            + " with a letter or digit.");
        }
        Network network = new Network(name, place.chain(), addresses.contracts(), "");
        Path file = new NetworkBook(Home.networks()).add(network);
        output.say("Kept in " + file + ". Check it with  ocn network check --network " + name);
        output.show(row(network));
        return 0;
    }

    /** Checks a network. */
    @Command(
            name = "check",
            description =
                    "Look whether the chain, its blocks and the contracts are as they should be.")
    public int check(@Mixin NetworkOptions network, @Mixin OutputOptions output)
            throws IOException {
        List<Finding> findings = new NetworkChecks(network.network(), Clock.systemUTC()).all();
        output.show(findings.stream().map(Finding::entry).toList(), "");
        if (!findings.stream().allMatch(Finding::good)) {
            throw Failure.failed(
                    "Network %s is not as it should be: see the cures above."
                            .formatted(network.network().name()));
        }
        return 0;
    }

    private static Entry row(Network network) {
        Contracts contracts = network.contracts();
        return Entry.empty()
                .with("name", network.name())
                .with("chain_id", network.chain().id())
                .with("rpc", network.chain().rpc())
                .with("form", contracts.form().name().toLowerCase(Locale.ROOT))
                .with("registry", contracts.registry().map(Address::text).orElse("-"))
                .with("permissions", contracts.permissions().map(Address::text).orElse("-"));
    }
}
