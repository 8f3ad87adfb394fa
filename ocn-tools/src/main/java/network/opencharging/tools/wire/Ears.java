package network.opencharging.tools.wire;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpDoor;
import network.opencharging.tools.http.Request;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Hears what comes to a {@code response_url}, as raw as it comes, from anybody. */
public final class Ears implements AutoCloseable {
    private final HttpDoor door;
    private final Clock clock;
    private final List<Request> heard = new ArrayList<>();

    private Ears(Clock clock) throws IOException {
        this.clock = clock;
        this.door = HttpDoor.open(0, this::take);
    }

    /**
     * Opens them.
     *
     * @throws IOException when no port is free
     */
    public static Ears open(Clock clock) throws IOException {
        return new Ears(clock);
    }

    /** An address at which something of that name is awaited. */
    public URI url(String name) {
        return URI.create(door.url() + "/callback/" + name);
    }

    private Answer take(Request request) {
        synchronized (heard) {
            heard.add(request);
            heard.notifyAll();
        }
        Map<String, Json> envelope = new LinkedHashMap<>();
        envelope.put("status_code", Json.number(1000));
        envelope.put("timestamp", Json.text(Instant.now(clock).toString()));
        Headers headers = Headers.NONE.with("Content-Type", "application/json");
        return Answer.of(200, headers, Json.object(envelope).text());
    }

    /** What came to the address of that name until now. */
    public List<Request> heard(String name) {
        synchronized (heard) {
            return heard.stream()
                    .filter(request -> request.segments().getLast().equals(name))
                    .toList();
        }
    }

    /** What came to the address of that name; waits for the first. */
    public List<Request> await(String name, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (heard) {
            while (true) {
                List<Request> found = heard(name);
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (!found.isEmpty() || left <= 0) {
                    return found;
                }
                try {
                    heard.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return found;
                }
            }
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
