package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Values as the chain packs them (contract ABI): words of 32 bytes, longer things behind an offset.
 * Ten thousand listings are read this way in a fraction of what a general decoder takes.
 */
final class Answer {
    private static final int WORD = 32;

    private final byte[] bytes;
    private final int base;

    private Answer(byte[] bytes, int base) {
        this.bytes = bytes;
        this.base = base;
    }

    /** The values in this text, {@code 0x} and hexadecimal digits. */
    static Answer of(String hex) {
        return new Answer(HexFormat.of().parseHex(hex, 2, hex.length()), 0);
    }

    /** The values in these bytes. */
    static Answer of(byte[] bytes) {
        return new Answer(bytes, 0);
    }

    boolean isEmpty() {
        return bytes.length == base;
    }

    /** The account in this word. */
    Address address(int word) {
        int at = at(word);
        return Address.of(Arrays.copyOfRange(bytes, at + WORD - 20, at + WORD));
    }

    /** The first bytes of this word. */
    byte[] left(int word, int length) {
        int at = at(word);
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /** The string behind this word. */
    String text(int word) {
        return new String(bytes(word), StandardCharsets.UTF_8);
    }

    /** The bytes behind this word. */
    byte[] bytes(int word) {
        int at = base + number(at(word));
        int length = number(at);
        return Arrays.copyOfRange(bytes, at + WORD, checked(at + WORD + length));
    }

    /** The numbers in the list behind this word. */
    List<Integer> numbers(int word) {
        Answer list = behind(word);
        return list.indices().stream().map(i -> list.number(list.at(i))).toList();
    }

    /** The accounts in the list behind this word. */
    List<Address> addresses(int word) {
        Answer list = behind(word);
        return list.indices().stream().map(list::address).toList();
    }

    /** The number in this word; a length, a mask or a place in a list, never more than 30 bits. */
    int integer(int word) {
        return number(at(word));
    }

    /** Whether this word says yes. */
    boolean truth(int word) {
        return integer(word) != 0;
    }

    /** The entries in the list behind this word, each of so many words. */
    List<Answer> rows(int word, int words) {
        Answer list = behind(word);
        int length = number(list.base - WORD);
        checked(list.base + length * words * WORD);
        List<Answer> rows = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            rows.add(new Answer(bytes, list.base + i * words * WORD));
        }
        return rows;
    }

    /** The entries in the list behind this word, of any length each. */
    List<Answer> entries(int word) {
        Answer list = behind(word);
        return list.indices().stream()
                .map(i -> new Answer(bytes, list.base + list.number(list.at(i))))
                .toList();
    }

    /** The byte strings in the list behind this word. */
    List<byte[]> byteStrings(int word) {
        Answer list = behind(word);
        return list.indices().stream().map(list::bytes).toList();
    }

    /** The list behind this word; its elements, and their offsets, start behind its length. */
    private Answer behind(int word) {
        return new Answer(bytes, base + number(at(word)) + WORD);
    }

    private List<Integer> indices() {
        int length = number(base - WORD);
        checked(base + length * WORD);
        List<Integer> indices = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            indices.add(i);
        }
        return indices;
    }

    private int at(int word) {
        int at = base + word * WORD;
        checked(at + WORD);
        return at;
    }

    private int number(int at) {
        checked(at + WORD);
        BigInteger value = new BigInteger(1, bytes, at, WORD);
        if (value.bitLength() > 30) {
            throw new Malformed("a length or ordinal of " + value);
        }
        return value.intValueExact();
    }

    private int checked(int end) {
        if (end < 0 || end > bytes.length) {
            throw new Malformed("it ends after " + bytes.length + " bytes");
        }
        return end;
    }

    /** The contract answers something else than its interface says. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String detail) {
            super("the contract's answer is not of the expected form: " + detail);
        }
    }
}
