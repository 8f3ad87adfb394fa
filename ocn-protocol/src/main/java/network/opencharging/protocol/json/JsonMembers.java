package network.opencharging.protocol.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The members of one JSON object as ranges of the bytes they stand in, so that one of them can be
 * read, replaced, added or removed while every other byte stays as it was.
 *
 * <p>Made by {@link JsonReader#members(byte[])}, which has walked the whole text: it is known to be
 * JSON.
 */
public final class JsonMembers {
    private final byte[] text;
    private final int open;
    private final int close;
    private final SequencedMap<String, Place> places;

    /** Where one member stands: its name from {@code name}, its value from start to end. */
    private record Place(int name, int start, int end) {}

    private JsonMembers(byte[] text, int open, int close, SequencedMap<String, Place> places) {
        this.text = text;
        this.open = open;
        this.close = close;
        this.places = places;
    }

    static JsonMembers scan(byte[] text, JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedJson("not an object", parser);
        }
        int open = (int) parser.currentTokenLocation().getByteOffset();
        SequencedMap<String, Place> places = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int nameAt = (int) parser.currentTokenLocation().getByteOffset();
            parser.nextToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            if (places.put(name, new Place(nameAt, start, endOf(parser, start))) != null) {
                throw new MalformedJson("an object names one member twice", parser);
            }
        }
        int close = (int) parser.currentTokenLocation().getByteOffset();
        JsonReader.end(parser);
        return new JsonMembers(text, open, close, places);
    }

    private static int endOf(JsonParser parser, int start) {
        return switch (parser.currentToken()) {
            case START_OBJECT, START_ARRAY -> {
                parser.skipChildren();
                yield (int) parser.currentTokenLocation().getByteOffset() + 1;
            }
            case VALUE_STRING -> {
                parser.finishToken();
                yield (int) parser.currentLocation().getByteOffset();
            }
            default -> start + parser.getString().length();
        };
    }

    /** The names in the order of the text. */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(places.sequencedKeySet());
    }

    /** The bytes of the member's value as they stand in the text. */
    public Optional<byte[]> value(String name) {
        return Optional.ofNullable(places.get(name))
                .map(place -> Arrays.copyOfRange(text, place.start(), place.end()));
    }

    /** Whether the member is there with another value than null. */
    public boolean hasValue(String name) {
        Place place = places.get(name);
        return place != null && text[place.start()] != 'n';
    }

    /** The member's value, read. */
    public Optional<Json> read(String name) {
        return Optional.ofNullable(places.get(name)).map(this::read);
    }

    /** Most are short and plain: they need no parser, the whole text has been through one. */
    private Json read(Place place) {
        byte first = text[place.start()];
        if (first == '"' && !hasEscape(place)) {
            return new Json.Text(string(place.start() + 1, place.end() - 1));
        }
        return first == '-' || (first >= '0' && first <= '9')
                ? new Json.Num(string(place.start(), place.end()))
                : JsonReader.standard()
                        .read(Arrays.copyOfRange(text, place.start(), place.end()))
                        .orThrow();
    }

    private boolean hasEscape(Place place) {
        for (int i = place.start(); i < place.end(); i++) {
            if (text[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private String string(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * The whole text with the member's value replaced; a member that is not there is added behind
     * the last one.
     *
     * @param value JSON in UTF-8
     */
    public byte[] with(String name, byte[] value) {
        Place place = places.get(name);
        if (place != null) {
            return spliced(place.start(), place.end(), value);
        }
        byte[] label = (new Json.Text(name).text() + ":").getBytes(StandardCharsets.UTF_8);
        int at = places.isEmpty() ? open + 1 : places.lastEntry().getValue().end();
        byte[] comma = places.isEmpty() ? new byte[0] : new byte[] {','};
        return spliced(at, at, joined(comma, label, value));
    }

    /** The whole text without the member; the same text when it is not there. */
    public byte[] without(String name) {
        Place place = places.get(name);
        if (place == null) {
            return text.clone();
        }
        Place before = null;
        Place after = null;
        for (Place other : places.values()) {
            if (other.end() < place.name()) {
                before = other;
            } else if (other.name() > place.end() && after == null) {
                after = other;
            }
        }
        if (after != null) {
            return spliced(place.name(), after.name(), new byte[0]);
        }
        return before != null
                ? spliced(before.end(), place.end(), new byte[0])
                : spliced(open + 1, close, new byte[0]);
    }

    /**
     * The whole text with a value replaced that lies deeper, under a path of names; empty when the
     * path leads nowhere or through something that is not an object.
     */
    public Optional<byte[]> with(java.util.List<String> path, byte[] value) {
        Place place = places.get(path.getFirst());
        if (place == null) {
            return Optional.empty();
        }
        if (path.size() == 1) {
            return Optional.of(spliced(place.start(), place.end(), value));
        }
        byte[] inner = Arrays.copyOfRange(text, place.start(), place.end());
        return JsonReader.standard()
                .members(inner)
                .optional()
                .flatMap(members -> members.with(path.subList(1, path.size()), value))
                .map(changed -> spliced(place.start(), place.end(), changed));
    }

    private byte[] spliced(int from, int to, byte[] middle) {
        return joined(
                Arrays.copyOfRange(text, 0, from),
                middle,
                Arrays.copyOfRange(text, to, text.length));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
