package network.opencharging.registry.directory.memory;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Curve;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.key.Signer;

import java.util.Optional;

/** The signature beside a directory file: {@code personal_sign} (EIP-191) over its exact bytes. */
final class FileSignature {
    private FileSignature() {}

    static String make(byte[] bytes, Signer authority) {
        return "0x" + authority.signPersonal(bytes).hex();
    }

    /** Who signed these bytes, or empty when the text is no signature of anybody. */
    static Optional<Address> signer(byte[] bytes, String text) {
        return Signature.parse(text.strip())
                .flatMap(given -> Curve.fastest().recover(Digest.ofPersonalMessage(bytes), given));
    }
}
