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
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Hears what comes to a {@code response_url}, as raw as it comes, from anybody. */
public final class Ears implements AutoCloseable {
    private static final String PATH = "/callback/";

    private final Clock clock;
    private final List<Request> heard = new ArrayList<>();
    private Optional<HttpDoor> own = Optional.empty();
    private volatile String base = "";

    private Ears(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens them at a door of their own.
     *
     * @throws IOException when no port is free
     */
    public static Ears open(Clock clock) throws IOException {
        Ears ears = new Ears(clock);
        HttpDoor door = HttpDoor.open(0, ears::take);
        ears.own = Optional.of(door);
        ears.base = door.url().toString();
        return ears;
    }

    /**
     * Opens them at somebody's door, for hubs hand results to no address but those of a platform
     * that they know: who has the door gives over what {@link #isMeant} for them.
     */
    public static Ears atADoor(Clock clock) {
        return new Ears(clock);
    }

    /** The address of that door, without a slash at the end. */
    public void standAt(String address) {
        base = address;
    }

    /** An address at which something of that name is awaited. */
    public URI url(String name) {
        return URI.create(base + PATH + name);
    }

    /** Whether it comes to an address that was given out. */
    public boolean isMeant(Request request) {
        return request.path().startsWith(PATH);
    }

    /** Hears it. */
    public Answer take(Request request) {
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
        own.ifPresent(HttpDoor::close);
    }
}
