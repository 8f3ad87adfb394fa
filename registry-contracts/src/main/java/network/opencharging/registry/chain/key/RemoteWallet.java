package network.opencharging.registry.chain.key;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.NotSigned;
import network.opencharging.registry.chain.rpc.RpcException;

import org.jspecify.annotations.Nullable;
import org.web3j.crypto.RawTransaction;
import org.web3j.protocol.ObjectMapperFactory;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An account whose key is held by a signing service that speaks {@code eth_accounts}, {@code
 * eth_signTransaction}, {@code eth_signTypedData} and {@code eth_sign} (web3signer, a development
 * chain, a hardware key's bridge). The service sees what it signs.
 */
public final class RemoteWallet implements Wallet {
    private static final int NO_SUCH_METHOD = -32601;

    private final HttpService service;
    private final URI url;
    private final Address address;

    private RemoteWallet(HttpService service, URI url, Address address) {
        this.service = service;
        this.url = url;
        this.address = address;
    }

    /** Whatever a service answers. */
    public static final class Signed extends Response<Object> {}

    /**
     * Connects.
     *
     * @param url the service
     * @param wanted the account that signs; empty when the service holds exactly one
     * @throws RpcException when nobody answers, or the service does not hold the account
     */
    public static RemoteWallet at(URI url, Optional<Address> wanted) throws RpcException {
        HttpService service = new HttpService(url.toString());
        Object held = ask(service, url, "eth_accounts", List.of());
        List<Address> accounts =
                held instanceof List<?> list
                        ? list.stream().map(each -> new Address(each.toString())).toList()
                        : List.of();
        if (wanted.isPresent() && !accounts.contains(wanted.get())) {
            throw new NotSigned(
                    "the signing service at %s holds no key of %s".formatted(url, wanted.get()));
        }
        if (wanted.isEmpty() && accounts.size() != 1) {
            throw new NotSigned(
                    "the signing service at %s holds %d accounts: say which one signs"
                            .formatted(url, accounts.size()));
        }
        return new RemoteWallet(service, url, wanted.orElseGet(accounts::getFirst));
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public String signTransaction(RawTransaction transaction, long chainId) throws RpcException {
        Object answer =
                ask(service, url, "eth_signTransaction", List.of(wish(transaction, chainId)));
        // A node answers the raw bytes beside the transaction, a signing service the bytes alone.
        Object raw = answer instanceof Map<?, ?> both ? both.get("raw") : answer;
        return text(raw);
    }

    private Map<String, Object> wish(RawTransaction transaction, long chainId) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("from", address.lowerCase());
        Optional.ofNullable(transaction.getTo())
                .filter(to -> !to.isEmpty())
                .ifPresent(to -> wish.put("to", to));
        wish.put("nonce", hex(transaction.getNonce()));
        wish.put("gas", hex(transaction.getGasLimit()));
        wish.put("value", hex(transaction.getValue()));
        wish.put("data", Numeric.prependHexPrefix(transaction.getData()));
        wish.put("chainId", hex(BigInteger.valueOf(chainId)));
        if (transaction.getTransaction()
                instanceof org.web3j.crypto.transaction.type.Transaction1559 modern) {
            wish.put("maxPriorityFeePerGas", hex(modern.getMaxPriorityFeePerGas()));
            wish.put("maxFeePerGas", hex(modern.getMaxFeePerGas()));
        } else {
            wish.put("gasPrice", hex(transaction.getGasPrice()));
        }
        return wish;
    }

    private static String hex(@Nullable BigInteger number) {
        return Numeric.encodeQuantity(number == null ? BigInteger.ZERO : number);
    }

    @Override
    public String signTyped(String json) throws RpcException {
        Object message = ObjectMapperFactory.getObjectMapper().readValue(json, Object.class);
        List<Object> arguments = List.of(address.lowerCase(), message);
        Signed first = send(service, url, "eth_signTypedData", arguments);
        if (first.hasError() && isUnknown(first.getError())) {
            return text(ask(service, url, "eth_signTypedData_v4", arguments));
        }
        return text(result(first, url, "eth_signTypedData"));
    }

    /** Services say in several ways that they do not know a method by this name. */
    private static boolean isUnknown(Response.Error error) {
        String said = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return error.getCode() == NO_SUCH_METHOD
                || said.contains("not implemented")
                || said.contains("not supported");
    }

    @Override
    public String signPersonal(byte[] message) throws RpcException {
        String hex = Numeric.toHexString(message);
        return text(ask(service, url, "eth_sign", List.of(address.lowerCase(), hex)));
    }

    private String text(@Nullable Object answer) throws RpcException {
        if (answer instanceof String text && text.startsWith("0x")) {
            return text;
        }
        throw new NotSigned("the signing service at %s answered no signature".formatted(url));
    }

    private static Object ask(HttpService service, URI url, String method, List<?> arguments)
            throws RpcException {
        return result(send(service, url, method, arguments), url, method);
    }

    private static Signed send(HttpService service, URI url, String method, List<?> arguments)
            throws RpcException {
        try {
            return new Request<>(method, arguments, service, Signed.class).send();
        } catch (IOException e) {
            throw new NotSigned(
                    "the signing service at %s does not answer: %s".formatted(url, e.getMessage()));
        }
    }

    private static Object result(Signed answer, URI url, String method) throws RpcException {
        if (answer.hasError()) {
            throw new NotSigned(
                    "the signing service at %s refuses %s: %s"
                            .formatted(url, method, answer.getError().getMessage()));
        }
        return Optional.ofNullable(answer.getResult())
                .orElseThrow(() -> new NotSigned("%s of %s is empty".formatted(method, url)));
    }

    @Override
    public String toString() {
        return "wallet of %s at %s".formatted(address, url);
    }
}
