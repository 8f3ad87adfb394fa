package network.opencharging.protocol.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** The native decoder and the one in pure Java read the same from the same bytes. */
class BrotliDecodingTest {
    private static final int MOST = 20_000;

    private final Random random = new Random(8);

    @Test
    void theyReadTheSame() {
        for (int i = 0; i < 500; i++) {
            byte[] content = content();
            for (byte[] packed : packed(content)) {
                assertThat(bothRead(packed)).isPresent();
                assertThat(bothRead(packed).orElseThrow())
                        .isEqualTo(Arrays.copyOf(content, Math.min(content.length, MOST + 1)));
            }
        }
    }

    @Test
    void whatEndsTooEarlyIsReadByNeither() {
        for (int i = 0; i < 500; i++) {
            byte[] content = Arrays.copyOf(content(), 1 + random.nextInt(MOST));
            for (byte[] packed : packed(content)) {
                assertThat(bothRead(Arrays.copyOf(packed, random.nextInt(packed.length))))
                        .isEmpty();
            }
        }
    }

    @Test
    void whatIsDamagedIsReadAlikeWhereItIsReadAtAll() {
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] packed = packed(Arrays.copyOf(content(), 1 + random.nextInt(MOST)))[0];
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            refused += bothRead(packed).isEmpty() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(300);
    }

    private Optional<byte[]> bothRead(byte[] packed) {
        Optional<byte[]> java = read(BrotliDecoding::inPureJava, packed);
        Optional<byte[]> library = read(BrotliDecoding::byLibrary, packed);
        assertThat(library.isPresent()).isEqualTo(java.isPresent());
        library.ifPresent(bytes -> assertThat(bytes).isEqualTo(java.orElseThrow()));
        return library;
    }

    private static Optional<byte[]> read(BrotliDecoding decoding, byte[] packed) {
        try {
            return Optional.of(decoding.decode(packed, MOST));
        } catch (IOException | RuntimeException e) {
            // Damaged: an expected answer, which the two tell in either way.
            return Optional.empty();
        }
    }

    private static byte[][] packed(byte[] content) {
        return new byte[][] {BrotliEncoding.best().encode(content), StoredBrotli.encode(content)};
    }

    /** Words again and again, up to three times as much as is taken. */
    private byte[] content() {
        byte[] content = new byte[random.nextInt(3 * MOST)];
        byte[] words =
                "$['body']['charging_periods'][0]['volume']\",\""
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < content.length; i++) {
            content[i] =
                    random.nextInt(40) == 0 ? (byte) random.nextInt() : words[i % words.length];
        }
        return content;
    }
}
