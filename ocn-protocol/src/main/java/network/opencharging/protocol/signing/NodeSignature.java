package network.opencharging.protocol.signing;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Curve;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.key.Signer;

import java.util.Optional;

/**
 * The signature of one node over a whole body to another ({@code POST /ocn/message}, {@code PUT
 * /ocn/client-info}): {@code personal_sign} over the bytes, as 130 hexadecimal digits without
 * {@code 0x}. It stands in a header {@code OCN-Signature} too, but is not an {@link OcnSignature}.
 */
public final class NodeSignature {
    private NodeSignature() {}

    /** Signs the bytes. */
    public static String sign(byte[] body, Signer signer) {
        return signer.signPersonal(body).hex();
    }

    /**
     * Who signed the bytes; empty when the text is no signature. Any text of the right form is
     * somebody's signature: compare with the operator of the sending party.
     */
    public static Optional<Address> signer(byte[] body, String signature) {
        return Signature.parse(signature.strip())
                .flatMap(parsed -> Curve.fastest().recover(Digest.ofPersonalMessage(body), parsed));
    }

    /** Whether it was this address that signed the bytes; costs less than to ask who it was. */
    public static boolean isBy(Address signer, byte[] body, String signature) {
        return Signature.parse(signature.strip())
                .filter(parsed ->
                        Curve.fastest().isBy(signer, Digest.ofPersonalMessage(body), parsed))
                .isPresent();
    }
}
