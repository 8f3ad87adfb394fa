package network.opencharging.protocol.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON in UTF-8: any value at the top, a byte order mark and white space around it are
 * accepted.
 *
 * <p>An object that names a member twice is refused: two readers on the way would see two different
 * messages, and a signature could be true for one and false for the other.
 */
public final class JsonReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final JsonReader STANDARD = new JsonReader(JsonLimits.standard());

    private final JsonLimits limits;
    private final JsonFactory factory;

    /** A reader that refuses what is over these limits. */
    public JsonReader(JsonLimits limits) {
        this.limits = limits;
        this.factory = factory(limits, limits.bytes());
    }

    /** A reader with {@link JsonLimits#standard()}. */
    public static JsonReader standard() {
        return STANDARD;
    }

    /** Reads the text as one value. */
    public JsonReading<Json> read(byte[] utf8) {
        return reading(
                utf8,
                parser -> {
                    parser.nextToken();
                    Json value = value(parser);
                    end(parser);
                    return value;
                });
    }

    /** As {@link #read(byte[])}. */
    public JsonReading<Json> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads where the members of the object at the top begin and end, without building them. */
    public JsonReading<JsonMembers> members(byte[] utf8) {
        return reading(utf8, parser -> JsonMembers.scan(utf8, parser));
    }

    /** How many items the array at the top has, without building them. */
    public JsonReading<Integer> items(byte[] utf8) {
        return reading(
                utf8,
                parser -> {
                    if (parser.nextToken() != JsonToken.START_ARRAY) {
                        throw new MalformedJson("not an array", parser);
                    }
                    int items = 0;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        parser.skipChildren();
                        items++;
                    }
                    end(parser);
                    return items;
                });
    }

    /**
     * Reads a text of any length value by value. The limit of the whole text does not hold here,
     * the others do for each value.
     */
    public static JsonStream stream(InputStream utf8) {
        JsonLimits limits = STANDARD.limits;
        return JsonStream.of(utf8, limits.bytes(), factory(limits, Long.MAX_VALUE));
    }

    private static JsonFactory factory(JsonLimits limits, long bytes) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxDocumentLength(bytes)
                                .maxNestingDepth(limits.depth())
                                .maxNameLength(limits.nameLength())
                                .maxStringLength(limits.stringLength())
                                .maxNumberLength(limits.numberLength())
                                .build())
                .build();
    }

    /** What is read from an open parser. */
    interface Step<T> {
        T from(JsonParser parser);
    }

    private <T> JsonReading<T> reading(byte[] utf8, Step<T> step) {
        if (utf8.length > limits.bytes()) {
            return new JsonReading.Malformed<>(
                    "longer than %d bytes".formatted(limits.bytes()), -1);
        }
        int start = startsWithMark(utf8) ? BYTE_ORDER_MARK.length : 0;
        // A zero among the first bytes would be taken for UTF-16 or UTF-32.
        for (int i = start; i < Math.min(utf8.length, start + 4); i++) {
            if (utf8[i] == 0) {
                return new JsonReading.Malformed<>("not UTF-8", i);
            }
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), utf8)) {
            return new JsonReading.Read<>(step.from(parser));
        } catch (JacksonException e) {
            return new JsonReading.Malformed<>(why(e), offset(e));
        } catch (MalformedJson e) {
            return new JsonReading.Malformed<>(e.why(), e.offset());
        }
    }

    /** Not the library's own words, which quote the text: only those about limits do not. */
    static String why(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException over -> over.getOriginalMessage();
            case UnexpectedEndOfInputException _ -> "the text ends in the middle of a value";
            case JacksonIOException unread -> unread.getOriginalMessage();
            default -> "the text breaks the rules of RFC 8259";
        };
    }

    /** The byte at which reading stopped, -1 when unknown. */
    static long offset(JacksonException e) {
        return e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    }

    private static boolean startsWithMark(byte[] utf8) {
        return utf8.length >= 3
                && utf8[0] == BYTE_ORDER_MARK[0]
                && utf8[1] == BYTE_ORDER_MARK[1]
                && utf8[2] == BYTE_ORDER_MARK[2];
    }

    static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new MalformedJson("something follows the value", parser);
        }
    }

    static Json value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new MalformedJson("the text is empty", parser);
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.Null.NULL;
            default -> throw new MalformedJson("not a value", parser);
        };
    }

    private static Json object(JsonParser parser) {
        Members members = new Members();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (members.put(name, value(parser)) != null) {
                throw new MalformedJson("an object names one member twice", parser);
            }
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(items);
    }
}
