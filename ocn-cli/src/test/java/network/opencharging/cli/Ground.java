package network.opencharging.cli;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.registry.chain.dev.DevelopmentChain;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.ChainProfile;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.FeePolicy;
import network.opencharging.registry.chain.tx.Lane;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.chain.tx.Patience;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.contract.RegistryErrors;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real chain with a registry on it, keys in files, and the command line before it. */
final class Ground implements AutoCloseable {
    static final PrivateKey NORTH = key(1);
    static final PrivateKey ALICE = key(2);
    static final PrivateKey BOB = key(3);
    static final PrivateKey CAROL = key(4);
    static final PrivateKey POOR = key(9);
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private final Path folder;
    private final DevelopmentChain chain;
    private final Rpc rpc;
    private Address registry = Address.ZERO;

    /** What a command said and how it ended. */
    record Said(int exit, String out, String err) {}

    private Ground(Path folder, DevelopmentChain chain) {
        this.folder = folder;
        this.chain = chain;
        this.rpc = new Rpc(ChainProfile.development(246, chain.httpUrl()));
    }

    static Ground start(Path folder) throws IOException {
        System.setProperty("user.home", folder.toString());
        Ground ground = new Ground(folder, DevelopmentChain.start(ChainSettings.forTests()));
        for (PrivateKey key : List.of(NORTH, ALICE, BOB, CAROL)) {
            ground.chain.fund(key.address());
        }
        ground.registry = ground.deploy(RegistryContract.creation(NORTH.address()));
        return ground;
    }

    private static String hex(int number) {
        return "%064x".formatted(0xc11 + number);
    }

    private static PrivateKey key(int number) {
        return PrivateKey.parse(hex(number)).orElseThrow();
    }

    /** Puts a contract on the chain. */
    Address deploy(String code) throws IOException {
        return ((Outcome.Mined) send(NORTH, Call.create(code))).created().orElseThrow();
    }

    Outcome send(PrivateKey key, Call call) throws IOException {
        return new Lane(rpc, Wallet.of(key), FeePolicy.usual(), new RegistryErrors())
                .send(call, SHORT);
    }

    DevelopmentChain chain() {
        return chain;
    }

    Address registry() {
        return registry;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Puts a contract of the published shapes on the chain, told of these accounts. */
    Address publish(String contract, Address... arguments) throws IOException {
        Path file = Path.of("../registry-contracts/src/test/contracts", contract + ".bin");
        StringBuilder code = new StringBuilder("0x" + Files.readString(file).strip());
        for (Address argument : arguments) {
            code.append("0".repeat(24)).append(argument.lowerCase().substring(2));
        }
        return deploy(code.toString());
    }

    /** The file of a key. */
    Path key(PrivateKey key) throws IOException {
        for (int number = 1; number < 10; number++) {
            if (key(number).address().equals(key.address())) {
                return Files.writeString(file("key-" + number), hex(number));
            }
        }
        throw new IllegalArgumentException("nobody's key");
    }

    /** Runs a command that needs no network. */
    Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Ocn.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    /** Runs a command on this chain and registry; the words of the line are apart by blanks. */
    Said ask(String line) {
        return onNetwork(line, List.of());
    }

    /** The same as somebody. */
    Said as(PrivateKey who, String line) throws IOException {
        return onNetwork(line, List.of("--key", key(who).toString()));
    }

    private Said onNetwork(String line, List<String> more) {
        List<String> all = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        all.addAll(List.of("--rpc", chain.httpUrl().toString()));
        if (!line.contains("--registry ") && !line.startsWith("balance")) {
            all.addAll(List.of("--registry", registry.text()));
        }
        all.addAll(more);
        return run(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        rpc.close();
        chain.close();
    }
}
