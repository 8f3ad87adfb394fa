package network.opencharging.protocol.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

class PackerTest {
    private final Packer packer = Packer.standard();

    @ParameterizedTest
    @EnumSource(Packing.class)
    void whatIsPackedComesBackAndTellsItsForm(Packing packing) {
        byte[] content = "{\"fields\":[\"$['headers']['x']\"]}".getBytes(StandardCharsets.UTF_8);

        Unpacking unpacking = packer.unpack(packer.pack(content, packing));

        Unpacking.Unpacked unpacked = (Unpacking.Unpacked) unpacking;
        assertThat(unpacked.content()).isEqualTo(content);
        assertThat(unpacked.packing()).isEqualTo(packing);
    }

    @Test
    void textsBeginAsThePublishedFormsDo() {
        byte[] content =
                "{\"fields\":[\"$['headers']['x-correlation-id']\"]}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(packer.pack(content, Packing.GZIP)).startsWith("H4sI");
        assertThat(packer.pack(content, Packing.PLAIN)).startsWith("eyJ");
        assertThat(
                        packer.pack(
                                "{\"a\":1}".repeat(100).getBytes(StandardCharsets.UTF_8),
                                Packing.BROTLI))
                .startsWith("G");
    }

    @Test
    void uncompressedBrotliIsReadByEveryDecoder() throws IOException {
        Random random = new Random(5);
        for (int length : new int[] {0, 1, 2, 255, 65_535, 65_536, 65_537, 131_072, 200_000}) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            byte[] packed = StoredBrotli.encode(content);
            assertThat(new BrotliInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                    .as("%d bytes", length)
                    .isEqualTo(content);
        }
    }

    @Test
    void whatUnpacksToTooMuchIsRefusedWhileItUnpacks() {
        Packer small = new Packer(100_000, 1_000);
        byte[] zeros = new byte[10_000_000];
        zeros[0] = '[';

        for (Packing packing : new Packing[] {Packing.BROTLI, Packing.GZIP}) {
            String bomb = packer.pack(zeros, packing);
            assertThat(bomb.length()).isLessThan(100_000);
            assertThat(small.unpack(bomb))
                    .isEqualTo(new Unpacking.Unreadable("unpacks to more than 1000 bytes"));
        }
        assertThat(small.unpack("A".repeat(100_001)))
                .isEqualTo(new Unpacking.Unreadable("longer than 100000 characters"));
    }

    @Test
    void damagedAndForeignTextIsUnreadable() {
        assertThat(packer.unpack("")).isEqualTo(new Unpacking.Unreadable("empty"));
        assertThat(packer.unpack("***")).isEqualTo(new Unpacking.Unreadable("not Base64"));
        Random random = new Random(6);
        byte[] content = "{\"fields\":[1,2,3,4,5,6,7,8]}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_000; i++) {
            byte[] packed =
                    Base64.getDecoder()
                            .decode(
                                    packer.pack(
                                            content, i % 2 == 0 ? Packing.GZIP : Packing.BROTLI));
            packed[random.nextInt(packed.length)] ^= (byte) (1 + random.nextInt(255));
            packer.unpack(Base64.getEncoder().encodeToString(packed));
        }
    }
}
