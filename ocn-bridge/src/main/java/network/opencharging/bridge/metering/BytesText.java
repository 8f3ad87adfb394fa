package network.opencharging.bridge.metering;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes written as hex or Base64, as the field writes keys and signatures. */
final class BytesText {
    private BytesText() {}

    static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
