package network.opencharging.cli.account;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Coins;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.SendOptions;
import network.opencharging.cli.write.Sending;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.math.BigInteger;
import java.util.concurrent.Callable;

/** {@code ocn fund}: pays another account. */
@Command(
        name = "fund",
        description =
                "Send some of the chain's own coin to another account, so that it can pay for"
                        + " writes. A development chain on this machine gives it away: there nobody"
                        + " need be named who pays.")
public final class FundCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ADDRESS", description = "Who gets it.")
    private Address to = Address.ZERO;

    @Parameters(paramLabel = "AMOUNT", description = "How much, in coins, such as 0.05.")
    private String amount = "";

    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private KeyOptions key = new KeyOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private SendOptions sending = new SendOptions();

    /** For picocli. */
    public FundCommand() {}

    @Override
    public Integer call() throws IOException {
        BigInteger wei =
                Coins.wei(amount)
                        .orElseThrow(() ->
                                Failure.usage(
                                        "'%s' is no amount: write coins such as 0.05, with at most 18 decimals."
                                                .formatted(amount)));
        try (Rpc rpc = network.rpc()) {
            if (!key.isGiven() && Faucet.isThere(network.network())) {
                return given(wei, new Faucet(rpc));
            }
            Wallet wallet = key.wallet();
            String words =
                    "send %s coins from %s to %s".formatted(Coins.of(wei), wallet.address(), to);
            return new Sending(rpc, wallet, output, sending, network.network())
                    .send(words, Call.pay(to, wei));
        }
    }

    private int given(BigInteger wei, Faucet faucet) throws IOException {
        String words =
                "have the development chain give %s of its coins to %s"
                        .formatted(Coins.of(wei), to);
        if (!sending.isDryRun()) {
            faucet.give(to, wei);
        }
        output.show(
                Entry.empty()
                        .with("action", words)
                        .with("result", sending.isDryRun() ? "would be done" : "done"));
        return 0;
    }
}
