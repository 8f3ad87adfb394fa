package network.opencharging.protocol.pack;

import java.io.ByteArrayOutputStream;

/**
 * Brotli without compression, in pure Java (RFC 7932 §9.2): a stream of stored meta-blocks that
 * every decoder reads. Up to three times as long as a compressed one.
 */
final class StoredBrotli {
    private static final int BLOCK = 1 << 16;

    private StoredBrotli() {}

    static byte[] encode(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < content.length; from += BLOCK) {
            int length = Math.min(BLOCK, content.length - from);
            header(out, length, from == 0);
            out.write(content, from, length);
        }
        // The last meta-block is empty: ISLAST and ISLASTEMPTY set; before it, in a stream
        // without any block, one bit 0 that says the window has 16 bits.
        out.write(content.length == 0 ? 0x06 : 0x03);
        return out.toByteArray();
    }

    /**
     * From the lowest bit: in the first header WBITS (one bit 0: 16), then ISLAST 0, MNIBBLES 00
     * (four nibbles), MLEN-1 in 16 bits, ISUNCOMPRESSED 1.
     */
    private static void header(ByteArrayOutputStream out, int length, boolean first) {
        int bits = ((length - 1) << 3) | (1 << 19);
        int word = first ? bits << 1 : bits;
        out.write(word);
        out.write(word >> 8);
        out.write(word >> 16);
    }
}
