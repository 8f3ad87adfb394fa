package network.opencharging.cli.doctor;

import network.opencharging.cli.check.Finding;
import network.opencharging.cli.check.NetworkChecks;
import network.opencharging.cli.connect.Accounts;
import network.opencharging.cli.connect.Home;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Coins;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryReader;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import javax.net.ssl.SSLContext;

/** {@code ocn doctor}: one look at everything that must be right. */
@Command(
        name = "doctor",
        description = {
            "Look at everything that must be right for an operator or a party, and say the cure of"
                    + " what is not:",
            "chain, contracts, balance, listing, DNS, TLS, reachability, clock, handshake."
        })
public final class DoctorCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ADDRESS|PARTY",
            description =
                    "The account of the operator or the party, the name of its key, or a party such"
                            + " as DE/ALC; without it only the network is looked at.")
    private Optional<String> which = Optional.empty();

    @Option(
            names = "--node",
            paramLabel = "URL",
            description = "The node to look at; without it the one of the listing.")
    private Optional<URI> node = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Where a token stands with which to ask the node for its versions; usual is"
                        + " that of the party's registration, where  ocn credentials  keeps it.")
    private Optional<Path> tokenFile = Optional.empty();

    private Optional<PartyId> party = Optional.empty();

    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    /** For picocli. */
    public DoctorCommand() {}

    @Override
    public Integer call() throws IOException {
        Clock clock = Clock.systemUTC();
        which.ifPresent(DoctorCommand::requireKnown);
        List<Finding> findings = new ArrayList<>(new NetworkChecks(network.network(), clock).all());
        boolean chainAnswers = findings.stream().allMatch(Finding::good);
        Optional<URI> at = node;
        if (which.isPresent() && chainAnswers) {
            Optional<URI> listed = listing(which.get(), findings);
            at = node.or(() -> listed);
        }
        if (at.isPresent()) {
            findings.addAll(new NodeChecks(at.get(), token(), clock, trust()).all());
        }
        output.show(findings.stream().map(Finding::entry).toList(), "");
        if (!findings.stream().allMatch(Finding::good)) {
            throw Failure.failed("Not everything is as it should be: see the cures above.");
        }
        return 0;
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private Optional<String> token() throws IOException {
        if (tokenFile.isPresent()) {
            if (!Files.isReadable(tokenFile.get())) {
                throw Failure.usage(
                        "--token-file: the file %s cannot be read.".formatted(tokenFile.get()));
            }
            return Optional.of(Files.readString(tokenFile.get()).strip());
        }
        Optional<Path> kept = party.map(Home::connection).filter(Files::isReadable);
        return kept.isEmpty()
                ? Optional.empty()
                : JsonText.parse(Files.readString(kept.get()))
                        .flatMap(json -> JsonText.text(json, "token"));
    }

    private static void requireKnown(String text) {
        if (Accounts.party(text).isEmpty() && Accounts.of(text).isEmpty()) {
            throw Failure.usage(
                    "'%s' is neither an account, nor the name of a key of  ocn key show,  nor a party such as DE/ALC."
                            .formatted(text));
        }
    }

    private Optional<URI> listing(String text, List<Finding> findings) throws IOException {
        try (Rpc rpc = network.rpc()) {
            RegistryReader registry = network.reader(rpc);
            long block = rpc.latest().number();
            Snapshot snapshot = Snapshot.of(registry.operators(block), registry.parties(block));
            Optional<PartyId> id = Accounts.party(text);
            Optional<Address> account =
                    id.isPresent()
                            ? id.flatMap(snapshot::party).map(Party::address)
                            : Accounts.of(text);
            if (account.isEmpty()) {
                findings.add(
                        Finding.bad(
                                "listing",
                                "nobody is " + text,
                                "list yourself:  ocn party set %s --role ROLE --operator ADDRESS"
                                        .formatted(text)));
                return Optional.empty();
            }
            Address who = account.get();
            BigInteger wei = rpc.balance(who);
            findings.add(
                    wei.signum() > 0
                            ? Finding.good("balance", Coins.of(wei))
                            : Finding.bad(
                                    "balance", "nothing", "fund it:  ocn fund " + who + " AMOUNT"));
            return listed(who, snapshot, findings);
        }
    }

    private Optional<URI> listed(Address who, Snapshot snapshot, List<Finding> findings) {
        Optional<Operator> operator = snapshot.operator(who);
        if (operator.isPresent()) {
            findings.add(
                    Finding.good(
                            "listing",
                            "operates %s, carries %d parties"
                                    .formatted(
                                            operator.get().url(), snapshot.partiesOf(who).size())));
            return operator.map(Operator::url);
        }
        Optional<Party> party = snapshot.party(who);
        if (party.isEmpty()) {
            findings.add(
                    Finding.bad(
                            "listing", "none", "list yourself:  ocn node set  or  ocn party set"));
            return Optional.empty();
        }
        this.party = party.map(Party::id);
        Optional<Operator> through = snapshot.operatorOf(party.get().id());
        findings.add(
                through.isPresent()
                        ? Finding.good(
                                "listing",
                                "%s, reached through %s"
                                        .formatted(party.get().id(), through.get().url()))
                        : Finding.bad(
                                "listing",
                                party.get().id() + " is not reached",
                                "let %s run  ocn node admit %s %s"
                                        .formatted(party.get().operator(), party.get().id(), who)));
        return through.map(Operator::url);
    }
}
