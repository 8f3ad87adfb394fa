package network.opencharging.registry.chain.key;

import network.opencharging.registry.Address;

import org.web3j.crypto.RawTransaction;

/** Signs for one account; where the key is, only the implementation knows. */
public interface Signer {

    /** The account. */
    Address address();

    /**
     * A transaction, ready to be sent.
     *
     * @param transaction what to sign
     * @param chainId the chain it is good for
     * @return {@code 0x} and the signed transaction in hexadecimal
     */
    String signTransaction(RawTransaction transaction, long chainId);

    /**
     * A typed message (EIP-712).
     *
     * @param json types, primary type, domain and message, as {@code eth_signTypedData} takes them
     * @return {@code 0x} and 65 bytes in hexadecimal: r, s, v
     */
    String signTyped(String json);

    /**
     * A plain message ({@code personal_sign}, EIP-191).
     *
     * @return {@code 0x} and 65 bytes in hexadecimal: r, s, v
     */
    String signMessage(byte[] message);
}
