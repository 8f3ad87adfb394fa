package network.opencharging.cli.connect;

import network.opencharging.cli.connect.Network.Chain;
import network.opencharging.cli.connect.Network.Contracts;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.OfferReader;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.registry.contract.PublishedPermissions;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.contract.RegistryReader;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which network a command speaks to. */
public final class NetworkOptions {
    @Option(
            names = {"-n", "--network"},
            paramLabel = "NAME",
            defaultValue = "${env:OCN_NETWORK:-local}",
            description = "The network; usual is OCN_NETWORK, then local. See: ocn network list")
    private String name = "local";

    @Option(
            names = "--rpc",
            paramLabel = "URL",
            split = ",",
            description = "Where the chain's JSON-RPC is answered, in place of the network's own.")
    private List<URI> endpoints = List.of();

    @Option(
            names = "--registry",
            paramLabel = "ADDRESS",
            description = "The registry contract, in place of the network's own.")
    private Optional<Address> registry = Optional.empty();

    @Option(
            names = "--registry-form",
            paramLabel = "ours|first|second",
            description = "The generation of that contract.")
    private Optional<RegistryForm> form = Optional.empty();

    @Option(
            names = "--permissions",
            paramLabel = "ADDRESS",
            description = "The contract of services and agreements, in place of the network's own.")
    private Optional<Address> permissions = Optional.empty();

    @Option(
            names = "--certifier",
            paramLabel = "ADDRESS",
            description = "The contract of certificates, in place of the network's own.")
    private Optional<Address> certifier = Optional.empty();

    /** The network that was meant. */
    public Network network() throws IOException {
        endpoints.forEach(NetworkOptions::requireCallable);
        Network known = new NetworkBook(Home.networks()).get(name);
        Chain chain =
                endpoints.isEmpty()
                        ? known.chain()
                        : new Chain(
                                known.chain().id(),
                                endpoints,
                                known.chain().confirmations(),
                                known.chain().blockTime());
        Contracts own = known.contracts();
        return new Network(
                known.name(),
                chain,
                new Contracts(
                        form.orElse(registry.isPresent() ? RegistryForm.OURS : own.form()),
                        registry.or(own::registry),
                        permissions.or(own::permissions),
                        certifier.or(own::certifier)),
                registry.isPresent() ? "" : known.note());
    }

    /** What a person must know before writing to contracts that nobody has checked. */
    public Optional<String> warning() throws IOException {
        Network meant = network();
        return meant.note().equals(KnownNetworks.UNCHECKED)
                ? Optional.of("Network %s: %s".formatted(meant.name(), meant.note()))
                : Optional.empty();
    }

    private static void requireCallable(URI endpoint) {
        boolean http = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null) {
            throw Failure.usage(
                    "--rpc: '%s' is no address of a chain: write it as https://rpc.example"
                            .formatted(endpoint));
        }
    }

    /** The chain of that network; nothing is asked yet. */
    public Rpc rpc() throws IOException {
        return new Rpc(network().profile());
    }

    /** The registry of that network, of any generation. */
    public RegistryReader reader(Rpc rpc) throws IOException {
        return network().contracts().form().reader(rpc, registryAddress());
    }

    /** The registry of that network, to be written to. */
    public RegistryContract writable(Rpc rpc) throws IOException {
        return new RegistryContract(rpc, registryAddress());
    }

    /** Services and agreements of that network. */
    public OfferReader offers(Rpc rpc) throws IOException {
        return switch (network().contracts().form()) {
            case OURS -> new PermissionsContract(rpc, permissionsAddress());
            case FIRST -> new PublishedPermissions(rpc, permissionsAddress());
            case SECOND -> throw noServices();
        };
    }

    private static Failure noServices() {
        return Failure.usage(
                "The second published registry knows no services and no agreements: they are of the"
                        + " other generations.");
    }

    /** Where the registry of that network is. */
    public Address registryAddress() throws IOException {
        return network().contracts().registry().orElseThrow(() -> missing("registry"));
    }

    /** The contract of services and agreements. */
    public Address permissionsAddress() throws IOException {
        if (network().contracts().form() == RegistryForm.SECOND) {
            throw noServices();
        }
        return network().contracts().permissions().orElseThrow(() -> missing("permissions"));
    }

    /** The contract of certificates. */
    public Address certifierAddress() throws IOException {
        return network().contracts().certifier().orElseThrow(() -> missing("certifier"));
    }

    private Failure missing(String contract) {
        return Failure.usage(
                "Network %s has no %s contract: give --%s ADDRESS, or add the network with it."
                        .formatted(name, contract, contract));
    }
}
