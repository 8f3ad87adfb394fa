package network.opencharging.cli.account;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.Network;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.SendOptions;
import network.opencharging.cli.write.Sending;
import network.opencharging.cli.write.SignedFile;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

/** {@code ocn relay}: sends and pays for what somebody else has signed. */
@Command(
        name = "relay",
        description = {
            "Send and pay for what somebody else has signed with --sign-to.",
            "It goes to the contracts of this network only, and counts there as its author's."
        })
public final class RelayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The signed message.")
    private Path file = Path.of("");

    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private KeyOptions key = new KeyOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private SendOptions sending = new SendOptions();

    /** For picocli. */
    public RelayCommand() {}

    @Override
    public Integer call() throws IOException {
        SignedFile signed = SignedFile.read(file);
        Network at = network.network();
        if (signed.chainId() != at.chain().id()) {
            throw Failure.usage(
                    "The message is good on chain %d, and network %s is chain %d: give the right --network."
                            .formatted(signed.chainId(), at.name(), at.chain().id()));
        }
        // Whoever signed chose the contract: only those of this network are called from here.
        boolean known =
                at.contracts().registry().filter(signed.to()::equals).isPresent()
                        || at.contracts().permissions().filter(signed.to()::equals).isPresent()
                        || at.contracts().certifier().filter(signed.to()::equals).isPresent();
        if (!known) {
            throw Failure.usage(
                    "The message is for contract %s, which is not one of network %s: it is not sent."
                            .formatted(signed.to(), at.name()));
        }
        if (signed.deadline().isBefore(Clock.systemUTC().instant())) {
            throw Failure.usage(
                    "The message was good until %s: let %s sign again."
                            .formatted(signed.deadline(), signed.author()));
        }
        network.warning().ifPresent(output::warn);
        try (Rpc rpc = network.rpc()) {
            String words = "send for %s: %s".formatted(signed.author(), signed.words());
            return new Sending(rpc, key.wallet(), output, sending, at).send(words, signed.call());
        }
    }
}
