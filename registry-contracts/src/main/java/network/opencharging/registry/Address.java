package network.opencharging.registry;

import org.web3j.crypto.Keys;

import java.util.Locale;
import java.util.Optional;

/**
 * An account of the chain: who signs and who sends. Two spellings of one account (checksummed or
 * not) are one value.
 *
 * @param value {@code 0x} and forty lower-case hexadecimal digits
 */
public record Address(String value) implements Comparable<Address> {

    /** Nobody. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    /**
     * Checks and folds to lower case.
     *
     * @throws IllegalArgumentException when the text is not {@code 0x} and forty hexadecimal digits
     */
    public Address {
        value = value.toLowerCase(Locale.ROOT);
        if (!isAddress(value)) {
            throw new IllegalArgumentException(
                    "an address is 0x and forty hexadecimal digits, not '" + value + "'");
        }
    }

    /** The address that is written so, or empty when the text is none. */
    public static Optional<Address> of(String text) {
        return isAddress(text.toLowerCase(Locale.ROOT))
                ? Optional.of(new Address(text))
                : Optional.empty();
    }

    private static boolean isAddress(String text) {
        return text.length() == 42
                && text.startsWith("0x")
                && text.chars()
                        .skip(2)
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /**
     * The mixed-case spelling with its built-in checksum (EIP-55), the form to show and to send.
     */
    public String checksummed() {
        return Keys.toChecksumAddress(value);
    }

    @Override
    public int compareTo(Address other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return checksummed();
    }
}
