package network.opencharging.cli.account;

import network.opencharging.cli.connect.Network;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.message.Headers;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A development chain on this machine, which makes as many coins as are wanted. */
final class Faucet {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Rpc rpc;

    Faucet(Rpc rpc) {
        this.rpc = rpc;
    }

    /** Whether this may be one. */
    static boolean isThere(Network network) {
        return THIS_MACHINE.contains(String.valueOf(network.chain().rpc().getFirst().getHost()));
    }

    void give(Address to, BigInteger wei) throws IOException {
        BigInteger then = rpc.balance(to).add(wei);
        ObjectNode wish = JsonText.object();
        wish.put("jsonrpc", "2.0").put("id", 1).put("method", "anvil_setBalance");
        wish.putArray("params").add(to.text()).add("0x" + then.toString(16));
        URI chain = rpc.chain().endpoints().getFirst();
        Headers json = Headers.NONE.with("Content-Type", "application/json");
        try (HttpCalls calls = HttpCalls.within(Duration.ofSeconds(10))) {
            Answer answer = calls.send(new Request("POST", chain, json, JsonText.write(wish)));
            boolean given =
                    JsonText.parse(answer.body()).filter(said -> said.has("result")).isPresent();
            if (!given) {
                throw Failure.usage(
                        "The chain at %s gives nothing away, so somebody must pay: give --key NAME."
                                .formatted(chain));
            }
        }
    }
}
