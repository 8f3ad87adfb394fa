package network.opencharging.registry.chain.key;

import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.utils.Numeric;

import java.util.Optional;

/** Keys as words that a person can write down (BIP-39), the first account of a wallet (BIP-44). */
public final class Mnemonic {
    private static final int[] FIRST_ACCOUNT = {
        44 | Bip32ECKeyPair.HARDENED_BIT,
        60 | Bip32ECKeyPair.HARDENED_BIT,
        Bip32ECKeyPair.HARDENED_BIT,
        0,
        0
    };

    private Mnemonic() {}

    /**
     * Words for this chance.
     *
     * @param entropy 16 to 32 bytes that nobody can guess
     */
    public static String words(byte[] entropy) {
        return MnemonicUtils.generateMnemonic(entropy);
    }

    /** The 32 bytes of the key that these words stand for; empty when they are not such words. */
    public static Optional<byte[]> secret(String words) {
        String spaced = words.strip().replaceAll("\\s+", " ");
        if (!MnemonicUtils.validateMnemonic(spaced)) {
            return Optional.empty();
        }
        Bip32ECKeyPair master =
                Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(spaced, ""));
        Bip32ECKeyPair account = Bip32ECKeyPair.deriveKeyPair(master, FIRST_ACCOUNT);
        return Optional.of(Numeric.toBytesPadded(account.getPrivateKey(), 32));
    }
}
