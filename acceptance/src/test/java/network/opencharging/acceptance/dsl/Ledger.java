package network.opencharging.acceptance.dsl;

import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.registry.chain.dev.DevelopmentChain;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A development chain on which contracts are put, and whose blocks are held back when wanted. */
public final class Ledger implements AutoCloseable {
    private static final Address FOUNDER = new Address("0x" + "f0".repeat(20));

    private final DevelopmentChain chain;
    private final boolean own;

    private Ledger(DevelopmentChain chain, boolean own) {
        this.chain = chain;
        this.own = own;
    }

    /** Starts it. */
    public static Ledger start() throws IOException {
        return founded(
                DevelopmentChain.start(Project.installation().anvil(), ChainSettings.forTests()),
                true);
    }

    /** Writes on a chain of somebody else, who ends it. */
    static Ledger on(DevelopmentChain chain) throws IOException {
        return founded(chain, false);
    }

    private static Ledger founded(DevelopmentChain chain, boolean own) throws IOException {
        chain.fund(FOUNDER);
        chain.call("anvil_impersonateAccount", quoted(FOUNDER.lowerCase()));
        return new Ledger(chain, own);
    }

    /** Where it answers. */
    public URI url() {
        return chain.httpUrl();
    }

    /** Gives an account money. */
    public void fund(String account) throws IOException {
        chain.fund(new Address(account));
    }

    /**
     * Creates a contract.
     *
     * @param code with its arguments, in hexadecimal after {@code 0x}
     */
    public Address create(String code) throws IOException {
        JsonNode receipt = receipt(send("\"data\":" + quoted(code)));
        return new Address(receipt.path("contractAddress").asString(""));
    }

    /** The code of a contract of the tests, as it is checked in, told of these accounts. */
    public static String code(String contract, Address... arguments) throws IOException {
        Path file =
                Project.root()
                        .resolve("registry-contracts/src/test/contracts")
                        .resolve(contract + ".bin");
        StringBuilder code = new StringBuilder("0x" + Files.readString(file).strip());
        for (Address argument : arguments) {
            code.append("0".repeat(24)).append(argument.lowerCase().substring(2));
        }
        return code.toString();
    }

    /** Calls a contract. */
    public void call(Address contract, String data) throws IOException {
        receipt(
                send(
                        "\"to\":%s,\"gas\":\"0x1c00000\",\"data\":%s"
                                .formatted(quoted(contract.lowerCase()), quoted(data))));
    }

    private String send(String what) throws IOException {
        String wish = "{\"from\":%s,%s}".formatted(quoted(FOUNDER.lowerCase()), what);
        return ask("eth_sendTransaction", wish).asString("");
    }

    private JsonNode receipt(String hash) throws IOException {
        JsonNode receipt =
                await("the block of " + hash)
                        .atMost(Network.PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(
                                () -> ask("eth_getTransactionReceipt", quoted(hash)),
                                JsonNode::isObject);
        if (!receipt.path("status").asString("").equals("0x1")) {
            throw new IOException("refused: " + receipt);
        }
        return receipt;
    }

    /** From now on blocks come only when {@link #mine} is said. */
    public void holdBlocks() throws IOException {
        chain.call("evm_setAutomine", "false");
    }

    /** A block comes, and from now on one for every transaction. */
    public void mine() throws IOException {
        chain.mine(1);
        chain.call("evm_setAutomine", "true");
    }

    /** How many transactions of this account are in blocks. */
    public int sent(String account) throws IOException {
        return Integer.decode(
                ask("eth_getTransactionCount", quoted(account) + ",\"latest\"").asString(""));
    }

    private JsonNode ask(String method, String parameters) throws IOException {
        return JsonText.parse(chain.call(method, parameters)).orElseThrow().path("result");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    @Override
    public void close() {
        if (own) {
            chain.close();
        }
    }
}
