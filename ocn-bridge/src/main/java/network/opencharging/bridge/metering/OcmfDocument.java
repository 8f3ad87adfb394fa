package network.opencharging.bridge.metering;

import java.util.Arrays;
import java.util.List;

/**
 * A signed document of the Open Charge Metering Format.
 *
 * @param text the whole document as it came
 * @param payload the part that was signed, character for character; nothing is ever written anew
 * @param head who and which page
 * @param readings at least one
 * @param curve on which it was signed
 * @param signature the DER signature
 */
public record OcmfDocument(
        String text,
        String payload,
        OcmfHead head,
        List<OcmfReading> readings,
        OcmfCurve curve,
        Signature signature) {

    /** Copies the readings. */
    public OcmfDocument {
        readings = List.copyOf(readings);
    }

    /** Bytes with the equality of their content. */
    public static final class Signature {
        private final byte[] der;

        Signature(byte[] der) {
            this.der = der.clone();
        }

        byte[] der() {
            return der.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Signature signature && Arrays.equals(der, signature.der);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(der);
        }
    }

    /** The newest reading. */
    public Reading last() {
        return readings.getLast().reading();
    }
}
