package network.opencharging.protocol.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Packs a signature's JSON for a header, and unpacks what others packed: the form is told from the
 * bytes, never asked for.
 */
public final class Packer {
    private final int maxText;
    private final int maxContent;
    private final BrotliEncoding brotli;
    private final BrotliDecoding unbrotli;

    /**
     * A packer with limits of its own.
     *
     * @param maxText the longest text that is unpacked, in characters
     * @param maxContent the longest content that may come out, in bytes; what unpacks to more is
     *     refused while it unpacks
     */
    public Packer(int maxText, int maxContent) {
        this.maxText = maxText;
        this.maxContent = maxContent;
        this.brotli = BrotliEncoding.best();
        this.unbrotli = BrotliDecoding.best();
    }

    /** Up to 1 MiB of text and 2 MiB of content: a list of a thousand objects, each field named. */
    public static Packer standard() {
        return new Packer(1 << 20, 2 << 20);
    }

    /** Packs into standard Base64 with padding. */
    public String pack(byte[] content, Packing packing) {
        byte[] packed =
                switch (packing) {
                    case BROTLI -> brotli.encode(content);
                    case GZIP -> gzip(content);
                    case PLAIN -> content;
                };
        return Base64.getEncoder().encodeToString(packed);
    }

    /** Unpacks; never throws. */
    public Unpacking unpack(String text) {
        if (text.length() > maxText) {
            return new Unpacking.Unreadable("longer than %d characters".formatted(maxText));
        }
        return decoded(text)
                .map(this::unpack)
                .orElseGet(() -> new Unpacking.Unreadable("not Base64"));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            // Not Base64: the caller says so.
            return Optional.empty();
        }
    }

    private Unpacking unpack(byte[] packed) {
        if (packed.length == 0) {
            return new Unpacking.Unreadable("empty");
        }
        Packing packing = packingOf(packed);
        try {
            return switch (packing) {
                case PLAIN -> limited(packed, packing);
                case GZIP -> limited(ungzipped(packed), packing);
                case BROTLI -> limited(unbrotli.decode(packed, maxContent), packing);
            };
        } catch (IOException | RuntimeException e) {
            // The decoders answer damaged input with exceptions of either kind.
            return new Unpacking.Unreadable("neither Brotli, GZIP nor JSON");
        }
    }

    /** A brace cannot start a Brotli stream with content: it would mean "last and empty". */
    private static Packing packingOf(byte[] packed) {
        if (packed.length > 1 && packed[0] == 0x1f && packed[1] == (byte) 0x8b) {
            return Packing.GZIP;
        }
        return packed[0] == '{' ? Packing.PLAIN : Packing.BROTLI;
    }

    private byte[] ungzipped(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(maxContent + 1);
        }
    }

    private Unpacking limited(byte[] content, Packing packing) {
        return content.length > maxContent
                ? new Unpacking.Unreadable("unpacks to more than %d bytes".formatted(maxContent))
                : new Unpacking.Unpacked(content, packing);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
