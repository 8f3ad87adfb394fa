package network.opencharging.protocol.key;

import org.bouncycastle.crypto.digests.KeccakDigest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The 32 bytes that are signed: a Keccak-256 hash. */
public final class Digest {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A digest that somebody else computed.
     *
     * @throws IllegalArgumentException when it is not 32 bytes long
     */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a digest has 32 bytes");
        }
        return new Digest(bytes.clone());
    }

    /** The Keccak-256 hash (the original, not SHA3-256) of the bytes. */
    public static Digest keccak256(byte[] content) {
        KeccakDigest keccak = new KeccakDigest(LENGTH * Byte.SIZE);
        keccak.update(content, 0, content.length);
        byte[] hash = new byte[LENGTH];
        keccak.doFinal(hash, 0);
        return new Digest(hash);
    }

    /**
     * What {@code personal_sign} signs (ERC-191, version {@code E}): the content behind a prefix
     * that carries its length in bytes, so that it can never be a transaction.
     */
    public static Digest ofPersonalMessage(byte[] content) {
        byte[] prefix =
                ("\u0019Ethereum Signed Message:\n" + content.length)
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(prefix, prefix.length + content.length);
        System.arraycopy(content, 0, whole, prefix.length, content.length);
        return keccak256(whole);
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The 32 bytes themselves, not a copy: nobody writes to them. */
    byte[] shared() {
        return bytes;
    }

    /** {@code 0x} and 64 lower-case hexadecimal digits. */
    public String hex() {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
