package network.opencharging.tools.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads server-sent events (HTML standard §9.2): what is no data or event name is passed over. */
final class EventLines {
    /** No message's line is longer; what is was made by something else than a node. */
    private static final int LONGEST = 1 << 16;

    /**
     * One event.
     *
     * @param name {@code message} where the server gives none
     * @param data the text, lines joined; empty for a sign of life
     */
    record Event(String name, String data) {}

    private final InputStream in;

    EventLines(InputStream in) {
        this.in = in;
    }

    /**
     * The next event or sign of life; empty at the end.
     *
     * @throws IOException when the connection breaks, or a line is longer than any event's
     */
    Optional<Event> next() throws IOException {
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.isEmpty()) {
                return Optional.of(new Event(name, data.toString()));
            }
            if (text.startsWith("event:")) {
                name = text.substring("event:".length()).strip();
            } else if (text.startsWith("data:")) {
                data.append(text.substring("data:".length()).strip());
            }
            if (data.length() > LONGEST) {
                throw new IOException("an event is longer than %d characters".formatted(LONGEST));
            }
        }
        return Optional.empty();
    }

    private Optional<String> line() throws IOException {
        byte[] bytes = new byte[256];
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return Optional.empty();
            }
            if (length == LONGEST) {
                throw new IOException("a line is longer than %d bytes".formatted(LONGEST));
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(LONGEST, length * 2));
            }
            bytes[length++] = (byte) b;
        }
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
