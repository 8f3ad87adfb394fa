package network.opencharging.tools.load;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.terminal.Failure;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request written down: method and address, headers, an empty line, the body. */
final class RequestFile {
    private static final Pattern FIRST =
            Pattern.compile("(GET|POST|PUT|PATCH|DELETE|OPTIONS) (\\S{1,4000})");
    private static final Pattern HEADER =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}):[ \\t]*([\\x20-\\x7e]*?)[ \\t]*");

    private RequestFile() {}

    /**
     * Reads it.
     *
     * @throws Failure of usage, which names the line
     */
    static Request read(String text) {
        String plain = text.replace("\r\n", "\n");
        int gap = plain.indexOf("\n\n");
        String[] lines = (gap < 0 ? plain.strip() : plain.substring(0, gap)).split("\n", -1);
        Matcher first = FIRST.matcher(lines[0].strip());
        if (!first.matches()) {
            throw wrong(1, "must be a method and an address, such as GET https://cpo.example/x");
        }
        Headers headers = Headers.NONE;
        for (int i = 1; i < lines.length; i++) {
            Matcher header = HEADER.matcher(lines[i].stripTrailing());
            if (!header.matches()) {
                throw wrong(i + 1, "must be a header, such as Authorization: Token abc");
            }
            headers = headers.with(header.group(1), header.group(2));
        }
        String body = gap < 0 ? "" : plain.substring(gap + 2).strip();
        return new Request(first.group(1), address(first.group(2)), headers, body);
    }

    private static URI address(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(1, "has no address that can be used");
        }
        throw wrong(1, "must have an address of http or https");
    }

    private static Failure wrong(int line, String what) {
        return Failure.usage("Line %d of the request %s.".formatted(line, what));
    }
}
