package network.opencharging.registry.chain.key;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.key.Signer;

import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;
import org.web3j.crypto.TransactionEncoder;

import java.io.IOException;
import java.util.HexFormat;

/** Signs with a key that this process holds. */
final class LocalWallet implements Wallet {
    private final Signer signer;

    LocalWallet(Signer signer) {
        this.signer = signer;
    }

    @Override
    public Address address() {
        return signer.address();
    }

    @Override
    public String signTransaction(RawTransaction transaction, long chainId) {
        boolean legacy = transaction.getType().isLegacy();
        byte[] unsigned =
                legacy
                        ? TransactionEncoder.encode(transaction, chainId)
                        : TransactionEncoder.encode(transaction);
        Sign.SignatureData signature = parts(signer.sign(Digest.keccak256(unsigned)));
        byte[] signed =
                TransactionEncoder.encode(
                        transaction,
                        legacy
                                ? TransactionEncoder.createEip155SignatureData(signature, chainId)
                                : signature);
        return "0x" + HexFormat.of().formatHex(signed);
    }

    @Override
    public String signTyped(String json) {
        try {
            byte[] hash = new StructuredDataEncoder(json).hashStructuredData();
            return "0x" + signer.sign(Digest.of(hash)).hex();
        } catch (IOException e) {
            throw new IllegalArgumentException("not a typed message: " + e.getMessage(), e);
        }
    }

    @Override
    public String signPersonal(byte[] message) {
        byte[] hash = Sign.getEthereumMessageHash(message);
        return "0x" + signer.sign(Digest.of(hash)).hex();
    }

    private static Sign.SignatureData parts(Signature signature) {
        byte[] bytes = HexFormat.of().parseHex(signature.hex());
        byte[] r = new byte[32];
        byte[] s = new byte[32];
        System.arraycopy(bytes, 0, r, 0, 32);
        System.arraycopy(bytes, 32, s, 0, 32);
        return new Sign.SignatureData(bytes[64], r, s);
    }

    /** The account, never the key. */
    @Override
    public String toString() {
        return "wallet of " + address();
    }
}
