package network.opencharging.tools.proxy.pass;

import network.opencharging.protocol.message.Headers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a message of HTTP/1.1, exactly as it came.
 *
 * @param text one character for each byte (ISO 8859-1), up to and with the empty line
 */
record Head(String text) {
    private static final int LARGEST = 64 * 1024;

    /**
     * The next head of a stream.
     *
     * @return empty when the stream has ended before it began
     * @throws IOException when it ends in the middle, or is larger than 64 KiB
     */
    static Optional<Head> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int line = 0;
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (bytes.size() == 0) {
                    return Optional.empty();
                }
                throw new IOException("the connection ended within the headers");
            }
            bytes.write(next);
            if (bytes.size() > LARGEST) {
                throw new IOException("the headers are larger than " + LARGEST + " bytes");
            }
            if (next == '\n' && line == 0 && bytes.size() > 2) {
                return Optional.of(new Head(bytes.toString(StandardCharsets.ISO_8859_1)));
            }
            line = next == '\n' ? 0 : next == '\r' ? line : line + 1;
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The first line, without its end. */
    String startLine() {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** The word of the first line at that place, or nothing. */
    String word(int place) {
        String[] words = startLine().split(" ", 3);
        return place < words.length ? words[place] : "";
    }

    /** The HTTP status of an answer; 0 when there is none that can be read. */
    int status() {
        return word(1).matches("[1-5][0-9]{2}") ? Integer.parseInt(word(1)) : 0;
    }

    /** The headers; of one that stands there twice the first counts. */
    Headers headers() {
        List<Map.Entry<String, String>> all =
                text.lines()
                        .skip(1)
                        .filter(line -> line.indexOf(':') > 0)
                        .<Map.Entry<String, String>>map(line ->
                                new SimpleEntry<>(
                                        line.substring(0, line.indexOf(':')).strip(),
                                        line.substring(line.indexOf(':') + 1).strip()))
                        .toList();
        return Headers.first(all);
    }

    /** This head with another value of a header that is there; every other byte stays. */
    Head with(String name, String value) {
        Matcher line =
                Pattern.compile("(?im)^(" + Pattern.quote(name) + "):[^\\r\\n]*").matcher(text);
        return new Head(line.replaceAll("$1: " + Matcher.quoteReplacement(value)));
    }

    /** This head without a header. */
    Head without(String name) {
        Matcher line =
                Pattern.compile("(?im)^" + Pattern.quote(name) + ":[^\\n]*\\n").matcher(text);
        return new Head(line.replaceAll(""));
    }

    /** This head for a body of that length, sent in one piece. */
    Head ofLength(long length) {
        Head bare = without("Transfer-Encoding").without("Content-Length");
        String start = bare.text().substring(0, bare.text().length() - 2);
        return new Head(start + "Content-Length: " + length + "\r\n\r\n");
    }

    boolean isChunked() {
        return says("Transfer-Encoding", "chunked");
    }

    /** How long the body is, when the head tells. */
    OptionalLong length() {
        Optional<String> length = headers().get("Content-Length");
        return length.filter(text -> text.matches("[0-9]{1,15}")).isPresent()
                ? OptionalLong.of(Long.parseLong(length.orElseThrow()))
                : OptionalLong.empty();
    }

    /** Whether a header contains a word. */
    boolean says(String name, String word) {
        return headers()
                .get(name)
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(word))
                .isPresent();
    }

    /** Whether the connection ends after this message. */
    boolean ends() {
        return says("Connection", "close") || startLine().contains("HTTP/1.0");
    }
}
