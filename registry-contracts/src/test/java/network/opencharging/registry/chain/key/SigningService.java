package network.opencharging.registry.chain.key;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import network.opencharging.protocol.key.Signer;

import org.web3j.crypto.RawTransaction;
import org.web3j.utils.Numeric;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A signing service as others run it: JSON-RPC over HTTP, and a key that never leaves. */
final class SigningService implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Wallet wallet;
    private volatile String typedMethod = "eth_signTypedData";

    private SigningService(HttpServer server, Wallet wallet) {
        this.server = server;
        this.wallet = wallet;
    }

    static SigningService of(Signer key) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SigningService service = new SigningService(server, Wallet.of(key));
        server.createContext("/", service::answer);
        server.start();
        return service;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void knowsOnlyTheNewName() {
        typedMethod = "eth_signTypedData_v4";
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode call = json.readTree(exchange.getRequestBody());
        ObjectNode answer = json.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", call.path("id"));
        JsonNode first = call.path("params").path(0);
        String method = call.path("method").asString();
        if (method.equals("eth_accounts")) {
            answer.putArray("result").add(wallet.address().lowerCase());
        } else if (method.equals("eth_signTransaction")) {
            answer.put("result", wallet.signTransaction(transaction(first), 246));
        } else if (method.equals(typedMethod)) {
            answer.put("result", wallet.signTyped(call.path("params").path(1).toString()));
        } else {
            answer.putObject("error").put("code", -32601).put("message", "no such method");
        }
        byte[] bytes = json.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RawTransaction transaction(JsonNode wish) {
        return RawTransaction.createTransaction(
                number(wish, "chainId").longValueExact(),
                number(wish, "nonce"),
                number(wish, "gas"),
                wish.path("to").asString(),
                number(wish, "value"),
                wish.path("data").asString(),
                number(wish, "maxPriorityFeePerGas"),
                number(wish, "maxFeePerGas"));
    }

    private static BigInteger number(JsonNode wish, String name) {
        return Numeric.decodeQuantity(wish.path(name).asString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
