package network.opencharging.bridge.trial;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hub that does nothing but take: OCPI over real sockets, with so little behind them that it is
 * the bridge that is measured. It remembers how often each object came, and its last body.
 */
final class StubHub implements AutoCloseable {
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Set<String> conflicts = ConcurrentHashMap.newKeySet();
    private final List<String> list = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;

    StubHub() {
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    URI versions() {
        return URI.create(base() + "/ocpi/versions");
    }

    private String base() {
        return "http://localhost:" + listening.getLocalPort();
    }

    /** From now on every message for a partner is answered with 503. */
    void away(boolean now) {
        away = now;
    }

    /** How many messages were answered with 503. */
    int refused() {
        return refused.get();
    }

    /** How many different objects have come. */
    int objects() {
        return bodies.size();
    }

    /** How often each object came; a CDR is told by its id, others by their path. */
    Map<String, AtomicInteger> times() {
        return times;
    }

    /** CDRs that came twice with different contents. */
    Set<String> conflicts() {
        return conflicts;
    }

    /** The objects as a receiver lists them who knows a CDR by its id, as OCPI wants it. */
    List<String> list() {
        return list;
    }

    /** What came last for each object. */
    Map<String, String> bodies() {
        return bodies;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed: the trial is over.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            OutputStream out = socket.getOutputStream();
            while (true) {
                @Nullable String request = line(in);
                if (request == null) {
                    return;
                }
                int length = 0;
                for (String header = line(in);
                        header != null && !header.isEmpty();
                        header = line(in)) {
                    if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                }
                byte[] body = in.readNBytes(length);
                if (body.length < length) {
                    return; // Killed in the middle of a sentence: nothing was said.
                }
                out.write(
                        answer(
                                request.split(" ")[0],
                                request.split(" ")[1],
                                new String(body, StandardCharsets.UTF_8)));
                out.flush();
            }
        } catch (IOException e) {
            // The bridge has gone, or was killed: that is what trials do.
        }
    }

    private byte[] answer(String method, String path, String body) {
        return switch (path) {
            case "/ocpi/versions" ->
                    data("[{\"version\":\"2.2.1\",\"url\":\"%s/ocpi/2.2.1\"}]".formatted(base()));
            case "/ocpi/2.2.1" -> data(details());
            case "/ocpi/2.2.1/credentials" ->
                    data("{\"token\":\"token-c\",\"url\":\"x\",\"roles\":[]}");
            default -> taken(method, path, body);
        };
    }

    private byte[] taken(String method, String path, String body) {
        if (away) {
            refused.incrementAndGet();
            return http(
                    "503 Busy", "{\"status_code\":3000,\"timestamp\":\"2026-11-21T10:00:00Z\"}");
        }
        String object = method.equals("POST") ? id(body) : path;
        @Nullable String before = bodies.put(object, body);
        if (method.equals("POST") && before != null && !before.equals(body)) {
            conflicts.add(object);
        }
        if (before == null) {
            list.add(object);
        }
        times.computeIfAbsent(object, _ -> new AtomicInteger()).incrementAndGet();
        return data("null");
    }

    private static String id(String cdr) {
        int at = cdr.indexOf("\"id\":\"") + 6;
        return cdr.substring(at, cdr.indexOf('"', at));
    }

    private String details() {
        StringBuilder endpoints = new StringBuilder();
        for (String module : new String[] {"locations", "sessions", "cdrs", "tariffs", "tokens"}) {
            endpoints.append(
                    ",{\"identifier\":\"%1$s\",\"role\":\"RECEIVER\",\"url\":\"%2$s/ocpi/receiver/2.2.1/%1$s\"}"
                            .formatted(module, base()));
        }
        return """
        {"version":"2.2.1","endpoints":[
         {"identifier":"credentials","role":"SENDER","url":"%s/ocpi/2.2.1/credentials"}%s]}
        """
                .formatted(base(), endpoints);
    }

    private static byte[] data(String data) {
        return http(
                "200 OK",
                "{\"status_code\":1000,\"data\":%s,\"timestamp\":\"2026-11-21T10:00:00Z\"}"
                        .formatted(data));
    }

    private static byte[] http(String status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, bytes.length, body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return next < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
