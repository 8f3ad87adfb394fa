package network.opencharging.cli.modules;

import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.WriteOptions;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Which modules a party declares. */
@Command(
        name = "modules",
        description = {
            "Which OCPI modules a party declares for each side.",
            "To declare none says nothing; it does not say that none is offered."
        })
public final class ModulesCommands {
    /** For picocli. */
    public ModulesCommands() {}

    /** Lists declarations. */
    @Command(name = "list", description = "Show what all parties declare.")
    public int list(@Mixin NetworkOptions network, @Mixin OutputOptions output) throws IOException {
        output.show(parties(network).stream().map(ModulesCommands::row).toList(), "No parties.");
        return 0;
    }

    /** Shows a declaration. */
    @Command(name = "get", description = "Show what one party declares.")
    public int get(
            @Parameters(paramLabel = "PARTY", description = "Such as DE/ALC.") PartyId id,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        output.show(
                parties(network).stream()
                        .filter(party -> party.id().equals(id))
                        .map(ModulesCommands::row)
                        .findFirst()
                        .orElseThrow(() ->
                                Failure.failed(
                                        "%s is not listed: see  ocn party list".formatted(id))));
        return 0;
    }

    /** Declares. */
    @Command(name = "set", description = "Declare the modules of your party.")
    public int set(
            @Option(
                            names = "--sender",
                            split = ",",
                            paramLabel = "MODULE",
                            description = "Modules offered through the sender interface.")
                    List<ModuleId> sender,
            @Option(
                            names = "--receiver",
                            split = ",",
                            paramLabel = "MODULE",
                            description = "Modules offered through the receiver interface.")
                    List<ModuleId> receiver,
            @Mixin WriteOptions write)
            throws IOException {
        return write.carryOut(new Wish.SetModules(new Modules(all(sender), all(receiver))));
    }

    /** Declares nothing. */
    @Command(name = "delete", description = "Declare nothing any more.")
    public int delete(@Mixin WriteOptions write) throws IOException {
        return write.carryOut(new Wish.SetModules(Modules.UNDECLARED));
    }

    private static Set<ModuleId> all(@org.jspecify.annotations.Nullable List<ModuleId> modules) {
        return modules == null ? Set.of() : Set.copyOf(modules);
    }

    private static List<Party> parties(NetworkOptions network) throws IOException {
        try (Rpc rpc = network.rpc()) {
            return network.reader(rpc).parties(rpc.latest().number());
        }
    }

    private static Entry row(Party party) {
        return Entry.empty()
                .with("party", party.id())
                .with("sender", names(party.modules().sender()))
                .with("receiver", names(party.modules().receiver()));
    }

    private static List<String> names(Set<ModuleId> modules) {
        return modules.stream().map(ModuleId::value).sorted().toList();
    }
}
