package network.opencharging.cli.party;

import network.opencharging.cli.connect.Accounts;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.CertifiedOptions;
import network.opencharging.cli.write.WriteOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.contract.RegistryReader;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is which party. */
@Command(
        name = "party",
        description = {
            "Parties: who they are, and through which operator they are reached.",
            "A party lists itself; it is reached when its operator has admitted it ( ocn node admit"
                    + " )."
        })
public final class PartyCommands {
    /** For picocli. */
    public PartyCommands() {}

    /** Lists parties. */
    @Command(name = "list", description = "Show all parties.")
    public int list(
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            description = "Only those with this role.")
                    Optional<Role> role,
            @Option(
                            names = "--operator",
                            paramLabel = "ADDRESS",
                            description = "Only those of this operator.")
                    Optional<Address> operator)
            throws IOException {
        Snapshot snapshot = snapshot(network);
        List<Entry> entries =
                snapshot.parties().stream()
                        .filter(party -> role.isEmpty() || party.roles().contains(role.get()))
                        .filter(p -> operator.isEmpty() || p.operator().equals(operator.get()))
                        .map(party -> row(party, snapshot))
                        .toList();
        output.show(entries, "No parties.");
        return 0;
    }

    /** Shows a party. */
    @Command(name = "get", description = "Show one party.")
    public int get(
            @Parameters(
                            paramLabel = "PARTY|ADDRESS",
                            description =
                                    "Country code and party id, such as DE/ALC, or an account.")
                    String which,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        Snapshot snapshot = snapshot(network);
        Party party =
                find(which, snapshot)
                        .orElseThrow(() ->
                                Failure.failed(
                                        "%s is not listed: see  ocn party list".formatted(which)));
        output.show(
                row(party, snapshot)
                        .with("sender_modules", party.modules().sender())
                        .with("receiver_modules", party.modules().receiver()));
        return 0;
    }

    /** Lists the author as a party. */
    @Command(name = "set", description = "List yourself as this party, or change the listing.")
    public int set(
            @Parameters(
                            paramLabel = "PARTY",
                            description = "Country code and party id, such as DE/ALC.")
                    PartyId id,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            description = "What the party does: ${COMPLETION-CANDIDATES}.")
                    Set<Role> roles,
            @Option(
                            names = "--operator",
                            required = true,
                            paramLabel = "ADDRESS",
                            description = "The account of the operator that carries it.")
                    Address operator,
            @Mixin CertifiedOptions certified,
            @Mixin WriteOptions write)
            throws IOException {
        boolean asked = write.network().network().contracts().form() == RegistryForm.OURS;
        return write.next(author ->
                        asked
                                ? "Listed. Now the operator lets its node carry you:  ocn node admit %s %s"
                                        .formatted(id, author)
                                : "")
                .carryOut(new Wish.SetParty(id, roles, operator), certified);
    }

    /** Names the author's party. */
    @Command(
            name = "profile",
            description = "Say what your party calls itself; nothing depends on it.")
    public int profile(
            @Option(names = "--name", defaultValue = "", description = "The name.") String name,
            @Option(names = "--url", defaultValue = "", description = "A web address.") String url,
            @Mixin WriteOptions write)
            throws IOException {
        return write.carryOut(new Wish.SetProfile(name, url));
    }

    /** Takes the author's party off the list. */
    @Command(name = "delete", description = "Take your party off the list.")
    public int delete(@Mixin WriteOptions write) throws IOException {
        return write.carryOut(new Wish.DeleteParty());
    }

    private static Snapshot snapshot(NetworkOptions network) throws IOException {
        try (Rpc rpc = network.rpc()) {
            RegistryReader registry = network.reader(rpc);
            long block = rpc.latest().number();
            return Snapshot.of(registry.operators(block), registry.parties(block));
        }
    }

    private static Optional<Party> find(String which, Snapshot snapshot) {
        Optional<PartyId> id = Accounts.party(which);
        if (id.isPresent()) {
            return snapshot.party(id.get());
        }
        Address account =
                Accounts.of(which)
                        .orElseThrow(() ->
                                Failure.usage(
                                        "'%s' is neither a party, such as DE/ALC, nor an account, 0x and 40 hexadecimal digits or the name of a key."
                                                .formatted(which)));
        return snapshot.party(account);
    }

    private static Entry row(Party party, Snapshot snapshot) {
        return Entry.empty()
                .with("party", party.id())
                .with("roles", party.roles().stream().sorted().toList())
                .with("address", party.address())
                .with("operator", party.operator())
                .with(
                        "node",
                        snapshot.operatorOf(party.id())
                                .map(Operator::url)
                                .map(Object::toString)
                                .orElse("-"))
                .with("admitted", party.admitted());
    }
}
