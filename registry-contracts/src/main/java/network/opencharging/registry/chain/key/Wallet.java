package network.opencharging.registry.chain.key;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Signer;
import network.opencharging.registry.chain.rpc.RpcException;

import org.web3j.crypto.RawTransaction;

/**
 * What an account of the chain signs: transactions and typed messages. A key at hand makes one of
 * any {@link Signer}; a signing service elsewhere sees what it signs and may refuse it.
 */
public interface Wallet {

    /** The wallet of a key at hand. */
    static Wallet of(Signer signer) {
        return new LocalWallet(signer);
    }

    /** The account. */
    Address address();

    /**
     * A transaction, ready to be sent.
     *
     * @param transaction what to sign
     * @param chainId the chain it is good for
     * @return {@code 0x} and the signed transaction in hexadecimal
     * @throws RpcException when the key is elsewhere and nobody signs there
     */
    String signTransaction(RawTransaction transaction, long chainId) throws RpcException;

    /**
     * A typed message (EIP-712).
     *
     * @param json types, primary type, domain and message, as {@code eth_signTypedData} takes them
     * @return {@code 0x} and 65 bytes in hexadecimal: r, s, v
     * @throws RpcException when the key is elsewhere and nobody signs there
     */
    String signTyped(String json) throws RpcException;

    /**
     * A personal message ({@code eth_sign}, EIP-191): what the published registries want signed.
     *
     * @param message the bytes, without the prefix
     * @return {@code 0x} and 65 bytes in hexadecimal: r, s, v
     * @throws RpcException when the key is elsewhere and nobody signs there
     */
    String signPersonal(byte[] message) throws RpcException;
}
