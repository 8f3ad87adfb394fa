package network.opencharging.cli.node;

import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.WriteOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who operates which node, and whom it carries. */
@Command(
        name = "node",
        description = "Nodes: who operates them, where they are, and which parties they carry.",
        subcommands = StartCommand.class)
public final class NodeCommands {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** For picocli. */
    public NodeCommands() {}

    /** Lists nodes. */
    @Command(name = "list", description = "Show all nodes.")
    public int list(@Mixin NetworkOptions network, @Mixin OutputOptions output) throws IOException {
        output.show(operators(network).stream().map(NodeCommands::row).toList(), "No nodes.");
        return 0;
    }

    /** Shows a node. */
    @Command(name = "get", description = "Show the node of one operator.")
    public int get(
            @Parameters(paramLabel = "ADDRESS", description = "The operator's account.")
                    Address operator,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        output.show(
                operators(network).stream()
                        .filter(found -> found.address().equals(operator))
                        .map(NodeCommands::row)
                        .findFirst()
                        .orElseThrow(() ->
                                Failure.failed(
                                        "%s has no node in the registry: see  ocn node list"
                                                .formatted(operator))));
        return 0;
    }

    /** Registers the author's node. */
    @Command(name = "set", description = "Register your node at this address, or move it there.")
    public int set(
            @Parameters(
                            paramLabel = "URL",
                            description = "Where the node is reached, such as https://node.example")
                    URI url,
            @Option(
                            names = "--insecure",
                            description = "Take http also for a host that is not this machine.")
                    boolean insecure,
            @Mixin WriteOptions write)
            throws IOException {
        refuseUnsafe(url, insecure);
        return write.next(author -> "Next, to see whether all is well:  ocn doctor " + author)
                .carryOut(new Wish.SetNode(url));
    }

    static void refuseUnsafe(URI url, boolean insecure) {
        if (url.getHost() == null || url.getScheme() == null) {
            throw Failure.usage(
                    "'%s' is no address of a node: write it as https://node.example"
                            .formatted(url));
        }
        boolean safe = url.getScheme().equals("https") || THIS_MACHINE.contains(url.getHost());
        if (!safe && !insecure) {
            throw Failure.usage(
                    "The address of a node must begin with https:// ('%s' does not): give --insecure for a development network."
                            .formatted(url));
        }
    }

    /** Takes the author's node off the list. */
    @Command(
            name = "delete",
            description = "Take your node off the list; it must not carry parties any more.")
    public int delete(@Mixin WriteOptions write) throws IOException {
        return write.carryOut(new Wish.DeleteNode());
    }

    /** Lets the author's node carry a party. */
    @Command(name = "admit", description = "Let your node carry a party that has named you.")
    public int admit(
            @Parameters(paramLabel = "PARTY", description = "Such as DE/ALC.") PartyId id,
            @Parameters(paramLabel = "ADDRESS", description = "The party's account.") Address party,
            @Mixin WriteOptions write)
            throws IOException {
        refuseAnother(write.network(), id, party);
        return write.next(_ ->
                        "Next, to let its platform register at your node:  ocn admin invite %s --to invitation.json"
                                .formatted(id))
                .carryOut(new Wish.AdmitParty(party, id));
    }

    /**
     * An account is admitted under one id: another would end that, and cut off who is connected. To
     * admit who is not listed yet is good.
     */
    private static void refuseAnother(NetworkOptions network, PartyId id, Address account)
            throws IOException {
        if (network.network().contracts().form() != RegistryForm.OURS) {
            return;
        }
        try (Rpc rpc = network.rpc()) {
            Optional<Party> listed =
                    network.reader(rpc).parties(rpc.latest().number()).stream()
                            .filter(party -> party.address().equals(account))
                            .findFirst();
            listed.filter(party -> !party.id().equals(id))
                    .ifPresent(party -> {
                        throw Failure.failed(
                                "%s is listed as %s, not as %s, and is admitted under one id only. Nothing was sent; if it is meant:  ocn node admit %s %s"
                                        .formatted(account, party.id(), id, party.id(), account));
                    });
        }
    }

    /** Lets the author's node no longer carry a party. */
    @Command(name = "dismiss", description = "Let your node no longer carry a party.")
    public int dismiss(
            @Parameters(paramLabel = "ADDRESS", description = "The party's account.") Address party,
            @Mixin WriteOptions write)
            throws IOException {
        return write.carryOut(new Wish.DismissParty(party));
    }

    private static List<Operator> operators(NetworkOptions network) throws IOException {
        try (Rpc rpc = network.rpc()) {
            return network.reader(rpc).operators(rpc.latest().number());
        }
    }

    private static Entry row(Operator operator) {
        return Entry.empty().with("operator", operator.address()).with("url", operator.url());
    }
}
