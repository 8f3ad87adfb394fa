package network.opencharging.cli.write;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.contract.ServiceWish;
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
import java.util.function.Function;

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

    @Option(
            names = "--accept-replay",
            description =
                    "With --sign-to on a published registry: sign although what is signed there can"
                            + " be sent again for ever.")
    private boolean acceptReplay;

    private Function<Address, String> next = _ -> "";

    /** Finds out what is to be written, on an open chain. */
    @FunctionalInterface
    public interface Opening {
        /** The deed. */
        Deed deed(Rpc rpc) throws IOException;
    }

    /** What to say, to whom has written this, of what comes next. */
    public WriteOptions next(Function<Address, String> words) {
        next = words;
        return this;
    }

    /** The network that is written to. */
    public NetworkOptions network() {
        return network;
    }

    /** Writes a wish to the registry. */
    public int carryOut(Wish wish) throws IOException {
        RegistryForm form = network.network().contracts().form();
        Possible.require(form, wish);
        return carryOut(rpc ->
                form == RegistryForm.OURS
                        ? new RegistryDeed(network.writable(rpc), wish)
                        : PublishedForms.deed(network.registryAddress(), wish));
    }

    /** Writes a listing, with what the second published registry wants besides. */
    public int carryOut(Wish.SetParty wish, CertifiedOptions certified) throws IOException {
        RegistryForm form = network.network().contracts().form();
        certified.requireNone(form);
        return form == RegistryForm.SECOND
                ? carryOut(_ -> certified.listing(network.registryAddress(), wish))
                : carryOut(wish);
    }

    /** Writes a wish about services. */
    public int carryOut(ServiceWish wish) throws IOException {
        Address contract = network.permissionsAddress();
        return carryOut(rpc ->
                network.network().contracts().form() == RegistryForm.OURS
                        ? new ServiceDeed(new PermissionsContract(rpc, contract), wish)
                        : PublishedForms.deed(rpc, contract, wish));
    }

    /** Writes: sent from here, or signed here for another to send, or only told. */
    public int carryOut(Opening opening) throws IOException {
        network.warning().ifPresent(output::warn);
        try (Rpc rpc = network.rpc()) {
            Deed deed = opening.deed(rpc);
            Wallet wallet = key.wallet();
            String words = deed.words(wallet.address());
            if (signTo.isPresent()) {
                return sign(signTo.get(), rpc, deed, wallet);
            }
            int exit =
                    new Sending(rpc, wallet, output, sending, network.network())
                            .send(words, deed.direct(wallet));
            String then = next.apply(wallet.address());
            if (!sending.isDryRun() && !then.isEmpty()) {
                output.say(then);
            }
            return exit;
        } catch (IllegalArgumentException e) {
            // What the contract has no place for, said before anything is sent.
            throw Failure.usage("This cannot be written: " + e.getMessage() + ".");
        }
    }

    private int sign(Path file, Rpc rpc, Deed deed, Wallet wallet) throws IOException {
        if (deed.canBeSentAgain() && !acceptReplay) {
            throw Failure.usage(
                    "What is signed for a published registry can be sent again by anybody for ever:"
                            + " send it yourself, without --sign-to, or give --accept-replay.");
        }
        String words = deed.words(wallet.address());
        if (sending.isDryRun()) {
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
        if (deed.canBeSentAgain()) {
            output.warn(
                    "The contract itself knows no end: whoever keeps the file can send it again,"
                            + " also after you have changed your mind.");
        }
        output.show(sending.told(words, "signed into " + file));
        return 0;
    }
}
