package network.opencharging.protocol.json;

/**
 * How much JSON is read before it is refused.
 *
 * @param bytes the length of the whole text, in bytes
 * @param depth how deep objects and arrays may nest
 * @param nameLength the length of a member's name, in characters
 * @param stringLength the length of a string, in characters
 * @param numberLength the length of a number's literal, in characters
 */
public record JsonLimits(int bytes, int depth, int nameLength, int stringLength, int numberLength) {

    /**
     * 16 MiB, 64 levels, names of 256, strings of 1 MiB, numbers of 128 characters. OCPI nests
     * about ten levels; its longest string has 5000 characters.
     */
    public static JsonLimits standard() {
        return new JsonLimits(16 << 20, 64, 256, 1 << 20, 128);
    }

    /** These limits with another length of the whole text. */
    public JsonLimits withBytes(int other) {
        return new JsonLimits(other, depth, nameLength, stringLength, numberLength);
    }
}
