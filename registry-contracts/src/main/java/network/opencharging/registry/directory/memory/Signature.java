package network.opencharging.registry.directory.memory;

import network.opencharging.registry.Address;

import org.web3j.crypto.Credentials;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The signature beside a directory file: {@code personal_sign} (EIP-191) over its exact bytes. */
final class Signature {
    private Signature() {}

    static String make(byte[] bytes, Credentials authority) {
        Sign.SignatureData parts = Sign.signPrefixedMessage(bytes, authority.getEcKeyPair());
        HexFormat hex = HexFormat.of();
        return "0x"
                + hex.formatHex(parts.getR())
                + hex.formatHex(parts.getS())
                + hex.formatHex(parts.getV());
    }

    /** Who signed these bytes, or empty when the text is no signature of anybody. */
    static Optional<Address> signer(byte[] bytes, String text) {
        try {
            byte[] parts = HexFormat.of().parseHex(text.strip().replaceFirst("^0x", ""));
            if (parts.length != 65) {
                return Optional.empty();
            }
            Sign.SignatureData given =
                    new Sign.SignatureData(
                            parts[64],
                            Arrays.copyOfRange(parts, 0, 32),
                            Arrays.copyOfRange(parts, 32, 64));
            return Address.of(
                    "0x" + Keys.getAddress(Sign.signedPrefixedMessageToKey(bytes, given)));
        } catch (SignatureException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
