package network.opencharging.cli.offer;

import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.WriteOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.Offer;
import network.opencharging.registry.contract.Permission;
import network.opencharging.registry.contract.ServiceWish;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Services that want copies. */
@Command(
        name = "service",
        description =
                "Services: parties that want copies of what others send, with their agreement.")
public final class ServiceCommands {
    /** For picocli. */
    public ServiceCommands() {}

    /** Lists services. */
    @Command(name = "list", description = "Show all services.")
    public int list(@Mixin NetworkOptions network, @Mixin OutputOptions output) throws IOException {
        output.show(services(network).stream().map(ServiceCommands::row).toList(), "No services.");
        return 0;
    }

    /** Shows a service. */
    @Command(name = "get", description = "Show the service of one provider.")
    public int get(
            @Parameters(paramLabel = "ADDRESS", description = "The provider's account.")
                    Address provider,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        output.show(
                services(network).stream()
                        .filter(service -> service.provider().equals(provider))
                        .map(ServiceCommands::row)
                        .findFirst()
                        .orElseThrow(() ->
                                Failure.failed(
                                        "%s offers no service: see  ocn service list"
                                                .formatted(provider))));
        return 0;
    }

    /** Offers a service. */
    @Command(name = "set", description = "Offer a service as your party, or change it.")
    public int set(
            @Option(names = "--name", required = true, description = "For people.") String name,
            @Option(names = "--url", defaultValue = "", description = "For people.") String url,
            @Option(
                            names = "--permission",
                            required = true,
                            split = ",",
                            paramLabel = "PERMISSION",
                            description = "What it wants: ${COMPLETION-CANDIDATES}.")
                    Set<Permission> permissions,
            @Mixin WriteOptions write)
            throws IOException {
        return write.carryOut(new ServiceWish.MakeOffer(name, url, permissions));
    }

    /** Offers none any more. */
    @Command(name = "delete", description = "Offer no service any more; its agreements end.")
    public int delete(@Mixin WriteOptions write) throws IOException {
        return write.carryOut(new ServiceWish.EndOffer());
    }

    private static List<Offer> services(NetworkOptions network) throws IOException {
        try (Rpc rpc = network.rpc()) {
            return network.offers(rpc).services();
        }
    }

    private static Entry row(Offer service) {
        return Entry.empty()
                .with("provider", service.provider())
                .with("party", service.party().map(PartyId::toString).orElse("-"))
                .with("name", service.name())
                .with("url", service.url())
                .with("permissions", service.permissions().stream().sorted().toList())
                .with("offered", service.offered());
    }
}
