package network.opencharging.tools.load;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.tools.http.Request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A request as it goes over the wire; each copy has a request id of its own. */
final class Letter {
    private static final int DIGITS = 20;
    private static final String NUMBER = "0".repeat(DIGITS);

    private final byte[] bytes;
    private final int number;

    private Letter(byte[] bytes, int number) {
        this.bytes = bytes;
        this.number = number;
    }

    /** The request in HTTP/1.1; its X-Request-ID is replaced by a number that counts. */
    static Letter of(Request request) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        String path = request.target().getRawPath();
        String query = request.target().getRawQuery();
        StringBuilder head =
                new StringBuilder(
                        "%s %s%s HTTP/1.1\r\nHost: %s\r\n"
                                .formatted(
                                        request.method(),
                                        path == null || path.isEmpty() ? "/" : path,
                                        query == null ? "" : "?" + query,
                                        request.target().getAuthority()));
        request.headers()
                .asMap()
                .forEach((name, value) -> {
                    if (!isOurs(name)) {
                        head.append(name).append(": ").append(value).append("\r\n");
                    }
                });
        head.append(HeaderNames.X_REQUEST_ID).append(": load-");
        int number = head.length();
        head.append(NUMBER).append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, bytes, start.length, body.length);
        return new Letter(bytes, number);
    }

    private static boolean isOurs(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "host", "content-length", "x-request-id", "connection", "transfer-encoding" ->
                    true;
            default -> false;
        };
    }

    /** A copy with the id of that number. */
    byte[] copy(long id) {
        byte[] copy = bytes.clone();
        long left = id;
        for (int i = number + DIGITS - 1; left > 0 && i >= number; i--) {
            copy[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return copy;
    }
}
