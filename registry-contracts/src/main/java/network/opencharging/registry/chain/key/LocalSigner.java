package network.opencharging.registry.chain.key;

import network.opencharging.registry.Address;

import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

import java.io.IOException;
import java.util.HexFormat;

/** Signs with a key that this process holds. */
public final class LocalSigner implements Signer {
    private final Credentials key;

    /** Signs with this key. */
    public LocalSigner(Credentials key) {
        this.key = key;
    }

    @Override
    public Address address() {
        return new Address(key.getAddress());
    }

    @Override
    public String signTransaction(RawTransaction transaction, long chainId) {
        byte[] signed =
                transaction.getType().isLegacy()
                        ? TransactionEncoder.signMessage(transaction, chainId, key)
                        : TransactionEncoder.signMessage(transaction, key);
        return "0x" + HexFormat.of().formatHex(signed);
    }

    @Override
    public String signTyped(String json) {
        try {
            return text(Sign.signTypedData(json, key.getEcKeyPair()));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a typed message: " + e.getMessage(), e);
        }
    }

    @Override
    public String signMessage(byte[] message) {
        return text(Sign.signPrefixedMessage(message, key.getEcKeyPair()));
    }

    private static String text(Sign.SignatureData parts) {
        HexFormat hex = HexFormat.of();
        return "0x"
                + hex.formatHex(parts.getR())
                + hex.formatHex(parts.getS())
                + hex.formatHex(parts.getV());
    }

    /** The account, never the key. */
    @Override
    public String toString() {
        return "signer of " + address();
    }
}
