package network.opencharging.protocol.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account of the chain: the last 20 bytes of the hash of a public key.
 *
 * <p>Two spellings of one address are one value; text goes out with the checksum of EIP-55.
 *
 * @param text {@code 0x} and 40 hexadecimal digits whose case is the checksum
 */
public record Address(String text) implements Comparable<Address> {
    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");

    /** Nobody: what the chain answers when there is no address. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    /**
     * Takes any spelling and keeps the one with the checksum.
     *
     * @throws IllegalArgumentException when the form is wrong
     */
    public Address {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an address is 0x and 40 hexadecimal digits");
        }
        text = checksummed(text.substring(2).toLowerCase(Locale.ROOT));
    }

    /**
     * The address in this text, in any case: published software writes lower case as well as
     * checksums, so a wrong checksum is not refused here. Where a person types, ask {@link
     * #isMistyped} too.
     */
    public static Optional<Address> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Address(text)) : Optional.empty();
    }

    /** True when the text mixes upper and lower case, and not as the checksum wants it. */
    public static boolean isMistyped(String text) {
        String digits = text.substring(Math.min(2, text.length()));
        boolean mixed =
                !digits.equals(digits.toLowerCase(Locale.ROOT))
                        && !digits.equals(digits.toUpperCase(Locale.ROOT));
        return mixed && parse(text).filter(address -> address.text().equals(text)).isEmpty();
    }

    /**
     * The address of these 20 bytes.
     *
     * @throws IllegalArgumentException when there are not 20
     */
    public static Address of(byte[] bytes) {
        return new Address("0x" + HexFormat.of().formatHex(bytes));
    }

    /**
     * The address of a public key.
     *
     * @param publicKey the 64 bytes x and y
     */
    static Address ofPublicKey(byte[] publicKey) {
        byte[] hash = Digest.keccak256(publicKey).bytes();
        return new Address("0x" + HexFormat.of().formatHex(hash, 12, 32));
    }

    /** Whether this is the address of that public key. */
    boolean isOfPublicKey(byte[] publicKey) {
        byte[] hash = Digest.keccak256(publicKey).shared();
        return Arrays.equals(bytes(), 0, 20, hash, 12, 32);
    }

    private static String checksummed(String digits) {
        String hash =
                Digest.keccak256(digits.getBytes(StandardCharsets.US_ASCII)).hex().substring(2);
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            text.append(hash.charAt(i) >= '8' ? Character.toUpperCase(c) : c);
        }
        return text.toString();
    }

    /** The 20 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    /** The spelling without checksum, which old software compares with. */
    public String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** True for {@link #ZERO}. */
    public boolean isZero() {
        return equals(ZERO);
    }

    @Override
    public int compareTo(Address other) {
        return lowerCase().compareTo(other.lowerCase());
    }

    @Override
    public String toString() {
        return text;
    }
}
