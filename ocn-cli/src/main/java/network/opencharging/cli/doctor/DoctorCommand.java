package network.opencharging.cli.doctor;

import network.opencharging.cli.check.Finding;
import network.opencharging.cli.check.NetworkChecks;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryReader;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

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
            paramLabel = "ADDRESS",
            description =
                    "The account of the operator or the party; without it only the network is"
                            + " looked at.")
    private Optional<Address> account = Optional.empty();

    @Option(
            names = "--node",
            paramLabel = "URL",
            description = "The node to look at; without it the one of the listing.")
    private Optional<URI> node = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Where a token stands with which to ask the node for its versions.")
    private Optional<Path> token = Optional.empty();

    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    /** For picocli. */
    public DoctorCommand() {}

    @Override
    public Integer call() throws IOException {
        Clock clock = Clock.systemUTC();
        List<Finding> findings = new ArrayList<>(new NetworkChecks(network.network(), clock).all());
        boolean chainAnswers = findings.stream().allMatch(Finding::good);
        Optional<URI> at = node;
        if (account.isPresent() && chainAnswers) {
            Optional<URI> listed = listing(account.get(), findings);
            at = node.or(() -> listed);
        }
        at.ifPresent(url -> findings.addAll(new NodeChecks(url, token, clock).all()));
        output.show(findings.stream().map(Finding::entry).toList(), "");
        if (!findings.stream().allMatch(Finding::good)) {
            throw Failure.failed("Not everything is as it should be: see the cures above.");
        }
        return 0;
    }

    private Optional<URI> listing(Address who, List<Finding> findings) throws IOException {
        try (Rpc rpc = network.rpc()) {
            BigInteger wei = rpc.balance(who);
            findings.add(
                    wei.signum() > 0
                            ? Finding.good("balance", wei + " wei")
                            : Finding.bad(
                                    "balance", "nothing", "fund it:  ocn fund " + who + " AMOUNT"));
            RegistryReader registry = network.reader(rpc);
            long block = rpc.latest().number();
            Snapshot snapshot = Snapshot.of(registry.operators(block), registry.parties(block));
            return listed(who, snapshot, findings);
        }
    }

    private static Optional<URI> listed(Address who, Snapshot snapshot, List<Finding> findings) {
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
