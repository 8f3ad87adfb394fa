package network.opencharging.node.door;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.message.Refusal;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Headers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as it stands on the wire, within limits. */
final class HttpEntry {
    private static final int STEP = 64 * 1024;

    private final HttpServletRequest request;
    private final DoorLimits limits;

    HttpEntry(HttpServletRequest request, DoorLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    /** What was read of a body. */
    sealed interface Content {
        /** All of it. */
        record Whole(Body body) implements Content {}

        /** It is too large. */
        record TooLarge(long limit) implements Content {}
    }

    String method() {
        return request.getMethod();
    }

    /** From {@code /ocpi} on, with its escapes as they were sent. */
    String path() {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    String query() {
        return request.getQueryString() == null ? "" : request.getQueryString();
    }

    Headers headers() {
        Map<String, List<String>> all = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> all.put(name, Collections.list(request.getHeaders(name))));
        return Headers.ofMany(all);
    }

    /** Why the headers are too much; empty when they are not. */
    Optional<Refusal> headerBomb() {
        int count = 0;
        long bytes = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                count++;
                bytes += name.length() + value.length();
            }
        }
        if (count > limits.headerCount()) {
            return Optional.of(
                    new Refusal.HeadersTooLarge(
                            "send at most %d.".formatted(limits.headerCount())));
        }
        return bytes > limits.headerBytes()
                ? Optional.of(
                        new Refusal.HeadersTooLarge(
                                "send at most %d characters.".formatted(limits.headerBytes())))
                : Optional.empty();
    }

    Content body() throws IOException {
        InputStream in = request.getInputStream();
        if (request.getContentLengthLong() > limits.bodyBytes()) {
            return drained(in);
        }
        byte[] bytes = in.readNBytes(limits.bodyBytes() + 1);
        return bytes.length > limits.bodyBytes() ? drained(in) : new Content.Whole(Body.of(bytes));
    }

    /** Reads on for a while: who is still sending does not listen. */
    private Content drained(InputStream in) throws IOException {
        byte[] waste = new byte[STEP];
        long left = limits.drainBytes();
        int read = 0;
        while (left > 0 && read >= 0) {
            read = in.read(waste);
            left -= read;
        }
        return new Content.TooLarge(limits.bodyBytes());
    }

    /** Where an answer goes when nothing else is to be written to it. */
    static void write(OutputStream out, Body body) throws IOException {
        out.write(body.bytes());
    }
}
