package network.opencharging.protocol.pack;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.DecoderJNI;

import org.brotli.dec.BrotliInputStream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** How Brotli is read: by the native library where there is one, else in pure Java. */
interface BrotliDecoding {
    /**
     * What was packed, or one byte more than the most: then nothing behind it has been unpacked.
     *
     * @throws IOException when it is no whole stream
     */
    byte[] decode(byte[] packed, int most) throws IOException;

    /** The best decoding this machine can do. */
    static BrotliDecoding best() {
        return Brotli4jLoader.isAvailable()
                ? BrotliDecoding::byLibrary
                : BrotliDecoding::inPureJava;
    }

    /** By org.brotli's decoder. */
    static byte[] inPureJava(byte[] packed, int most) throws IOException {
        try (BrotliInputStream in = new BrotliInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(most + 1);
        }
    }

    /** By Google's C library, a part at a time. */
    static byte[] byLibrary(byte[] packed, int most) throws IOException {
        DecoderJNI.Wrapper decoder = new DecoderJNI.Wrapper(packed.length);
        try {
            decoder.getInputBuffer().put(packed);
            decoder.push(packed.length);
            return pulled(decoder, most);
        } finally {
            decoder.destroy();
        }
    }

    private static byte[] pulled(DecoderJNI.Wrapper decoder, int most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        while (out.size() <= most) {
            if (decoder.hasOutput()) {
                add(decoder.pull(), out, most);
                continue;
            }
            switch (decoder.getStatus()) {
                case DONE -> {
                    return out.toByteArray();
                }
                case OK, NEEDS_MORE_OUTPUT -> decoder.push(0);
                case NEEDS_MORE_INPUT -> throw new IOException("the stream ends too early");
                case ERROR -> throw new IOException("not Brotli");
            }
        }
        return out.toByteArray();
    }

    private static void add(ByteBuffer part, ByteArrayOutputStream out, int most) {
        byte[] bytes = new byte[Math.min(part.remaining(), most + 1 - out.size())];
        part.get(bytes);
        out.writeBytes(bytes);
    }
}
