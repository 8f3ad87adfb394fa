package network.opencharging.cli.check;

import network.opencharging.cli.connect.Network;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Block;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.contract.RegistryReader;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at a network: chain id, age of the newest block, contracts. */
public final class NetworkChecks {
    /** How many blocks may be missing before a chain counts as standing still. */
    private static final int BLOCKS_MISSED = 12;

    private final Network network;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    /** Looks at this network. */
    public NetworkChecks(Network network, Clock clock) {
        this.network = network;
        this.clock = clock;
    }

    /** Everything that was found. */
    public List<Finding> all() {
        try (Rpc rpc = new Rpc(network.profile())) {
            try {
                chain(rpc);
                registry(rpc);
                contract(rpc, "permissions", network.contracts().permissions());
                contract(rpc, "certifier", network.contracts().certifier());
            } catch (RpcException e) {
                findings.add(
                        Finding.bad(
                                "chain",
                                String.valueOf(e.getMessage()),
                                "check --rpc, the chain id and this machine's network"));
            }
        }
        return List.copyOf(findings);
    }

    private void chain(Rpc rpc) throws RpcException {
        Block head = rpc.latest();
        findings.add(Finding.good("chain id", Long.toString(network.chain().id())));
        Duration age = Duration.between(head.at(), clock.instant());
        String detail = "block %d, %d s old".formatted(head.number(), age.toSeconds());
        boolean local = network.name().equals("local");
        boolean still = age.compareTo(network.chain().blockTime().multipliedBy(BLOCKS_MISSED)) > 0;
        findings.add(
                still && !local
                        ? Finding.bad(
                                "newest block",
                                detail,
                                "the chain stands still, or this endpoint lags behind: try another"
                                        + " --rpc")
                        : Finding.good("newest block", detail));
    }

    private void registry(Rpc rpc) throws RpcException {
        Optional<Address> at = network.contracts().registry();
        if (at.isEmpty()) {
            findings.add(Finding.bad("registry", "not known", "give --registry ADDRESS"));
            return;
        }
        Optional<RegistryForm> found = RegistryForm.at(rpc, at.get());
        if (found.isEmpty()) {
            findings.add(
                    Finding.bad(
                            "registry",
                            "nothing at " + at.get(),
                            "check the address and the network"));
            return;
        }
        RegistryForm wanted = network.contracts().form();
        String form = found.get().name().toLowerCase(Locale.ROOT);
        if (found.get() != wanted) {
            findings.add(
                    Finding.bad(
                            "registry",
                            "%s is of generation %s".formatted(at.get(), form),
                            "give --registry-form " + form));
            return;
        }
        RegistryReader reader = wanted.reader(rpc, at.get());
        long block = rpc.latest().number();
        findings.add(
                Finding.good(
                        "registry",
                        "%s, %s: %d nodes, %d parties"
                                .formatted(
                                        at.get(),
                                        form,
                                        reader.operators(block).size(),
                                        reader.parties(block).size())));
    }

    private void contract(Rpc rpc, String name, Optional<Address> at) throws RpcException {
        if (at.isEmpty()) {
            return;
        }
        findings.add(
                rpc.isContract(at.get())
                        ? Finding.good(name, at.get().text())
                        : Finding.bad(
                                name,
                                "nothing at " + at.get(),
                                "check the address and the network"));
    }
}
