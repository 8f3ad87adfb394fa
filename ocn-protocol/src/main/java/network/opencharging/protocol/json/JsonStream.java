package network.opencharging.protocol.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads a text of any length value by value, so that only one of them is in memory at a time: the
 * items of an array at the top, the items of {@code data} in an OCPI envelope, and values that
 * follow each other (JSON lines).
 *
 * <p>A value that names a member twice is told and left out, and reading goes on behind it; after
 * text that is not JSON it cannot.
 */
public final class JsonStream implements AutoCloseable {
    private static final String DATA = "data";

    /**
     * One step of reading.
     *
     * <p>Paths begin with {@code $}, and with {@code $1}, {@code $2} … from the second value at the
     * top on.
     */
    public sealed interface Step {
        /**
         * A value on its own, or an item of a list.
         *
         * @param path where it stands
         */
        record Item(String path, Json value) implements Step {}

        /** The envelope around the items that came before it: everything but {@code data}. */
        record Envelope(String path, Json.Obj rest, int items) implements Step {}

        /**
         * A value cannot be used.
         *
         * @param why what is wrong, without the text itself
         * @param offset the byte at which it was seen
         * @param last whether nothing behind it can be read
         */
        record Broken(String path, String why, long offset, boolean last) implements Step {}
    }

    /** Where reading stands: in a list, or in an envelope. */
    private static final class Frame {
        private final String path;
        private final boolean array;
        private final SequencedMap<String, Json> rest = new LinkedHashMap<>();
        private boolean listed;
        private int items;

        private Frame(String path, boolean array) {
            this.path = path;
            this.array = array;
        }
    }

    private final Measured source;
    private final JsonParser parser;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int values;
    private boolean ended;

    private JsonStream(Measured source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static JsonStream of(InputStream utf8, int largestValue, JsonFactory factory) {
        Measured source = new Measured(utf8, largestValue);
        return new JsonStream(source, factory.createParser(ObjectReadContext.empty(), source));
    }

    /** Counts what is read for one value, and reads no more than that takes. */
    private static final class Measured extends FilterInputStream {
        private final int most;
        private int left;

        private Measured(InputStream in, int most) {
            super(in);
            this.most = most;
            this.left = most;
        }

        private void afresh() {
            left = most;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("a value is longer than %d bytes".formatted(most));
            }
            int read = super.read(into, offset, length);
            left -= Math.max(0, read);
            return read;
        }
    }

    /** The next step; empty at the end of the text. */
    public Optional<Step> next() {
        String path = here();
        source.afresh();
        try {
            while (!ended) {
                path = here();
                Optional<Step> step = frames.isEmpty() ? top() : inside(frames.element());
                if (step.isPresent()) {
                    return step;
                }
            }
            return Optional.empty();
        } catch (MalformedJson e) {
            return Optional.of(leftOut(path, e));
        } catch (JacksonException e) {
            ended = true;
            return Optional.of(
                    new Step.Broken(path, JsonReader.why(e), JsonReader.offset(e), true));
        }
    }

    private Optional<Step> top() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            ended = true;
            return Optional.empty();
        }
        String path = here();
        values++;
        switch (token) {
            case START_ARRAY -> frames.push(new Frame(path, true));
            case START_OBJECT -> frames.push(new Frame(path, false));
            default -> {
                return Optional.of(new Step.Item(path, JsonReader.value(parser)));
            }
        }
        return Optional.empty();
    }

    private Optional<Step> inside(Frame frame) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
            return left(frames.pop());
        }
        if (frame.array) {
            String path = here();
            frame.items++;
            return Optional.of(new Step.Item(path, JsonReader.value(parser)));
        }
        return member(frame);
    }

    private Optional<Step> member(Frame frame) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals(DATA) && token == JsonToken.START_ARRAY) {
            once(frame, DATA, Json.Null.NULL);
            frame.listed = true;
            frames.push(new Frame(frame.path + ".data", true));
            return Optional.empty();
        }
        once(frame, name, JsonReader.value(parser));
        return Optional.empty();
    }

    private void once(Frame frame, String name, Json value) {
        if (frame.rest.put(name, value) != null) {
            throw new MalformedJson("an object names one member twice", parser);
        }
    }

    /** A list gives its count to the envelope around it; an object is an item or an envelope. */
    private Optional<Step> left(Frame frame) {
        if (frame.array) {
            if (!frames.isEmpty()) {
                frames.element().items = frame.items;
            }
            return Optional.empty();
        }
        Json.Obj whole = new Json.Obj(frame.rest);
        return Optional.of(
                frame.listed
                        ? new Step.Envelope(frame.path, whole.without(DATA), frame.items)
                        : new Step.Item(frame.path, whole));
    }

    /** Skips what is left of the item, so that the next one can be read. */
    private Step leftOut(String path, MalformedJson why) {
        try {
            while (!ended && parser.streamReadContext().getNestingDepth() > frames.size()) {
                ended = parser.nextToken() == null;
            }
        } catch (JacksonException e) {
            ended = true;
        }
        return new Step.Broken(path, why.why(), why.offset(), ended);
    }

    private String here() {
        if (frames.isEmpty()) {
            return values == 0 ? "$" : "$" + values;
        }
        Frame frame = frames.element();
        return frame.array ? frame.path + '[' + frame.items + ']' : frame.path;
    }

    @Override
    public void close() {
        parser.close();
    }
}
