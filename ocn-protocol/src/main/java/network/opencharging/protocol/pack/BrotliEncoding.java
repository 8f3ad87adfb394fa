package network.opencharging.protocol.pack;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How Brotli is written: by the native library where there is one, else uncompressed. */
interface BrotliEncoding {
    byte[] encode(byte[] content);

    /** The best encoding this machine can do. */
    static BrotliEncoding best() {
        return Brotli4jLoader.isAvailable() ? BrotliEncoding::nativeQuality4 : StoredBrotli::encode;
    }

    /** Quality 4 and the default window: byte for byte what the published libraries write. */
    private static byte[] nativeQuality4(byte[] content) {
        try {
            return com.aayushatharva.brotli4j.encoder.Encoder.compress(
                    content, Encoder.Parameters.create(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
