package network.opencharging.fuzz;

import network.opencharging.protocol.message.Body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request as it is written to a socket, whether HTTP allows it or not.
 *
 * @param method the first word of its first line
 * @param target the second
 * @param headers in their order; may repeat
 * @param body the bytes behind them
 */
public record WireRequest(String method, String target, List<Header> headers, Body body) {

    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "expect", "upgrade");

    /** One line of the head. */
    public record Header(String name, String value) {}

    /** Takes its own copies. */
    public WireRequest {
        headers = List.copyOf(headers);
    }

    /** Without headers. */
    public static WireRequest of(String method, String target, String body) {
        return new WireRequest(method, target, List.of(), Body.of(body));
    }

    /** With one header more. */
    public WireRequest with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new WireRequest(method, target, more, body);
    }

    WireRequest withMethod(String other) {
        return new WireRequest(other, target, headers, body);
    }

    WireRequest withTarget(String other) {
        return new WireRequest(method, other, headers, body);
    }

    /** With these headers in place of its own. */
    public WireRequest withHeaders(List<Header> others) {
        return new WireRequest(method, target, others, body);
    }

    WireRequest withBody(byte[] other) {
        return new WireRequest(method, target, headers, Body.of(other));
    }

    public boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    /**
     * Whether a server can know where it ends. Otherwise it may wait for more, take the rest for
     * another request, or answer as HTTP/0.9 was answered.
     */
    boolean isWhole() {
        boolean lines =
                headers.stream()
                        .map(header -> header.name() + header.value())
                        .anyMatch(WireRequest::breaks);
        boolean framed =
                headers.stream()
                        .map(header -> header.name().strip().toLowerCase(Locale.ROOT))
                        .anyMatch(FRAMING::contains);
        return !lines && !framed && !breaks(method + target);
    }

    private static boolean breaks(String text) {
        return text.chars().anyMatch(c -> c == '\r' || c == '\n');
    }

    /** With the framing that it lacks. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder();
        line(head, method + " " + target + " HTTP/1.1");
        if (!has("Host")) {
            line(head, "Host: node.example");
        }
        if (!has("Content-Length") && !has("Transfer-Encoding")) {
            line(head, "Content-Length: " + body.size());
        }
        headers.forEach(header -> line(head, header.name() + ": " + header.value()));
        line(head, "Connection: close");
        line(head, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body.bytes());
        return out.toByteArray();
    }

    private static void line(StringBuilder head, String text) {
        head.append(text).append("\r\n");
    }

    /** As a person needs it to send it again; the tokens in it are those of a test. */
    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return text.length() > 3000 ? text.substring(0, 3000) + "..." : text;
    }
}
