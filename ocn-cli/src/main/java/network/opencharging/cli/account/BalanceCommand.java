package network.opencharging.cli.account;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Coins;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code ocn balance}: what an account has. */
@Command(name = "balance", description = "Show what an account has, in the chain's own coin.")
public final class BalanceCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ADDRESS",
            description = "The account; without it, that of --key.")
    private Optional<Address> account = Optional.empty();

    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private KeyOptions key = new KeyOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    /** For picocli. */
    public BalanceCommand() {}

    @Override
    public Integer call() throws IOException {
        Address asked = account.isPresent() ? account.get() : key.wallet().address();
        try (Rpc rpc = network.rpc()) {
            BigInteger wei = rpc.balance(asked);
            output.show(
                    Entry.empty()
                            .with("address", asked)
                            .with("balance", Coins.of(wei))
                            .with("wei", wei)
                            .with("network", network.network().name()));
        }
        return 0;
    }
}
