package network.opencharging.protocol.message;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.json.JsonMembers;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a message's body. They are passed on as they came; who needs to look inside reads
 * them, and nobody writes them anew.
 */
public final class Body {
    /** No content, as in a GET. */
    public static final Body EMPTY = new Body(new byte[0]);

    /** How long a body may be was decided where it came in; here it is read whole. */
    private static final JsonReader READER =
            new JsonReader(JsonLimits.standard().withBytes(Integer.MAX_VALUE));

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A body of these bytes.
     *
     * @param bytes handed over: nobody writes to them any more
     */
    public static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Body(bytes);
    }

    /** A body of this text in UTF-8. */
    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of this value, written compactly. */
    public static Body of(Json value) {
        return of(value.bytes());
    }

    /** The bytes themselves, not a copy: nobody writes to them. */
    public byte[] bytes() {
        return bytes;
    }

    /** The length in bytes. */
    public int size() {
        return bytes.length;
    }

    /** True when there is no content. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The whole body as a value; for small bodies and for signatures. */
    public JsonReading<Json> json() {
        return READER.read(bytes);
    }

    /** Where the members of the body's object stand, without building their values. */
    public JsonReading<JsonMembers> members() {
        return READER.members(bytes);
    }

    /** The text in UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never the content: it may hold tokens. */
    @Override
    public String toString() {
        return "Body of " + bytes.length + " bytes";
    }
}
