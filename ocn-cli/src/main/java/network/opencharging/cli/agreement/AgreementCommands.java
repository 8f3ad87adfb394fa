package network.opencharging.cli.agreement;

import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.WriteOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.Agreement;
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

/** Whom a party lets have copies. */
@Command(
        name = "agreement",
        description = {
            "Agreements: which services may have copies of what a party sends.",
            "An agreement covers exactly the permissions that were named, rests when more is asked,"
                    + " and can always be revoked."
        })
public final class AgreementCommands {
    /** For picocli. */
    public AgreementCommands() {}

    /** Lists agreements. */
    @Command(name = "list", description = "Show the agreements of a party.")
    public int list(
            @Parameters(paramLabel = "ADDRESS", description = "The party's account.") Address user,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        output.show(
                agreements(network, user).stream().map(AgreementCommands::row).toList(),
                "No agreements.");
        return 0;
    }

    /** Shows an agreement. */
    @Command(name = "get", description = "Show the agreement of a party with a service.")
    public int get(
            @Parameters(paramLabel = "ADDRESS", description = "The party's account.") Address user,
            @Parameters(paramLabel = "PROVIDER", description = "The service's account.")
                    Address provider,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        output.show(
                agreements(network, user).stream()
                        .filter(agreement -> agreement.provider().equals(provider))
                        .map(AgreementCommands::row)
                        .findFirst()
                        .orElseThrow(() ->
                                Failure.failed(
                                        "%s has no agreement with %s.".formatted(user, provider))));
        return 0;
    }

    /** Agrees. */
    @Command(name = "set", description = "Agree with a service, as your party.")
    public int set(
            @Parameters(paramLabel = "PROVIDER", description = "The service's account.")
                    Address provider,
            @Option(
                            names = "--permission",
                            required = true,
                            split = ",",
                            paramLabel = "PERMISSION",
                            description =
                                    "What you agree to, as  ocn service get  shows it:"
                                            + " ${COMPLETION-CANDIDATES}.")
                    Set<Permission> permissions,
            @Mixin WriteOptions write)
            throws IOException {
        return write.carryOut(new ServiceWish.CreateAgreement(provider, permissions));
    }

    /** Agrees no longer. */
    @Command(name = "delete", description = "Agree no longer with a service, as your party.")
    public int delete(
            @Parameters(paramLabel = "PROVIDER", description = "The service's account.")
                    Address provider,
            @Mixin WriteOptions write)
            throws IOException {
        return write.carryOut(new ServiceWish.RevokeAgreement(provider));
    }

    private static List<Agreement> agreements(NetworkOptions network, Address user)
            throws IOException {
        try (Rpc rpc = network.rpc()) {
            return network.offers(rpc).agreements(user);
        }
    }

    private static Entry row(Agreement agreement) {
        return Entry.empty()
                .with("party", agreement.user())
                .with("provider", agreement.provider())
                .with("permissions", agreement.permissions().stream().sorted().toList())
                .with("live", agreement.live());
    }
}
