package network.opencharging.cli.account;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.SendOptions;
import network.opencharging.cli.write.Sending;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;

/** {@code ocn resume}: goes on with what was sent earlier. */
@Command(
        name = "resume",
        description = {
            "Go on with a transaction that was sent earlier and is not certain yet.",
            "A stuck one is sent again in the same place with a higher fee, so it can happen only"
                    + " once."
        })
public final class ResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "HASH", description = "The transaction.")
    private String hash = "";

    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private KeyOptions key = new KeyOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private SendOptions sending = new SendOptions();

    /** For picocli. */
    public ResumeCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!hash.matches("0x[0-9a-fA-F]{64}")) {
            throw Failure.usage("A transaction is 0x and 64 hexadecimal digits.");
        }
        try (Rpc rpc = network.rpc()) {
            return new Sending(rpc, key.wallet(), output, sending, network.network()).resume(hash);
        }
    }
}
