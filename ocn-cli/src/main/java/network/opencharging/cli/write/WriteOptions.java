package network.opencharging.cli.write;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What every write understands. */
public final class WriteOptions {
    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private KeyOptions key = new KeyOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private SendOptions sending = new SendOptions();

    @Option(
            names = "--sign-to",
            paramLabel = "FILE",
            description =
                    "Only sign here, into this file; somebody else sends and pays:  ocn relay FILE")
    private Optional<Path> signTo = Optional.empty();

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "1h",
            description = "How long what is signed may be sent (usual: ${DEFAULT-VALUE}).")
    private Duration valid = Duration.ofHours(1);

    /** Finds out what is to be written, on an open chain. */
    @FunctionalInterface
    public interface Opening {
        /** The deed. */
        Deed deed(Rpc rpc) throws IOException;
    }

    /** The network that is written to. */
    public NetworkOptions network() {
        return network;
    }

    /** Writes a wish to the registry. */
    public int carryOut(Wish wish) throws IOException {
        Possible.require(network.network().contracts().form(), wish);
        return carryOut(rpc -> new RegistryDeed(network.writable(rpc), wish));
    }

    /** Writes: sent from here, or signed here for another to send, or only told. */
    public int carryOut(Opening opening) throws IOException {
        try (Rpc rpc = network.rpc()) {
            Deed deed = opening.deed(rpc);
            Wallet wallet = key.wallet();
            String words = deed.words(wallet.address());
            if (signTo.isPresent()) {
                return sign(signTo.get(), rpc, deed, wallet);
            }
            return new Sending(rpc, wallet, output, sending, network.network())
                    .send(words, deed.direct(wallet));
        } catch (IllegalArgumentException e) {
            // What the contract has no place for, said before anything is sent.
            throw Failure.usage("This cannot be written: " + e.getMessage() + ".");
        }
    }

    private int sign(Path file, Rpc rpc, Deed deed, Wallet wallet) throws IOException {
        if (network.network().contracts().form() != RegistryForm.OURS) {
            throw Failure.usage(
                    "Signed messages of the published registries can be sent again by anybody for"
                            + " ever: send it yourself, without --sign-to.");
        }
        String words = deed.words(wallet.address());
        if (sending.dryRun()) {
            output.show(sending.told(words, "would be signed into " + file));
            return 0;
        }
        Instant deadline = deed.goodUntil(Clock.systemUTC().instant().plus(valid));
        var call = deed.signed(wallet, deadline);
        new SignedFile(
                        rpc.chain().chainId(),
                        words,
                        wallet.address(),
                        deadline,
                        call.to().orElseThrow(),
                        call.data())
                .write(file);
        output.say(
                "Signed until %s; whoever has the file sends it with  ocn relay %s"
                        .formatted(deadline, file));
        output.show(sending.told(words, "signed into " + file));
        return 0;
    }
}
