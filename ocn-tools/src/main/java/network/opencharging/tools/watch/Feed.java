package network.opencharging.tools.watch;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.http.HttpCalls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Follows one node: first what its log has, then what passes. When the connection breaks it is made
 * anew, and what passed meanwhile is read from the log, so that nothing is missing and nothing is
 * told twice.
 */
final class Feed implements AutoCloseable {
    /** A node gives a sign of life every ten seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(35);

    private static final int REMEMBERED = 5_000;
    private static final int LONGEST_WAIT = 30;
    private static final int MOST_AT_ONCE = 1_000;

    private final Watched node;
    private final Filter filter;
    private final HttpCalls calls;
    private final Consumer<News> ears;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong signs = new AtomicLong();
    private final Set<String> told =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > REMEMBERED;
                        }
                    });
    private Optional<Instant> last = Optional.empty();
    private boolean begun;

    Feed(Watched node, Filter filter, HttpCalls calls, Consumer<News> ears) {
        this.node = node;
        this.filter = filter;
        this.calls = calls;
        this.ears = ears;
    }

    /**
     * Follows until it is closed.
     *
     * @param earlier how many of the messages in the log come first
     */
    void follow(int earlier) throws InterruptedException {
        int wait = 1;
        do {
            long before = signs.get();
            String why = listen(earlier);
            wait = signs.get() > before ? 1 : Math.min(LONGEST_WAIT, wait * 2);
            if (closed.getCount() > 0) {
                ears.accept(new News.Lost(node, why, wait));
            }
        } while (!closed.await(wait, TimeUnit.SECONDS));
    }

    /** Returns why it ended. */
    private String listen(int earlier) {
        try (InputStream in = new BufferedInputStream(node.live(calls))) {
            if (closed.getCount() == 0) {
                return "";
            }
            ears.accept(new News.Begun(node));
            // Only now: what passes between two questions would be missing.
            if (begun) {
                logged(MOST_AT_ONCE).forEach(this::tell);
            } else {
                begin(earlier);
            }
            watch(in);
            EventLines events = new EventLines(in);
            for (Optional<EventLines.Event> event = events.next();
                    event.isPresent();
                    event = events.next()) {
                signs.incrementAndGet();
                hear(event.get());
            }
            return "it ended the connection";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Ends a connection that has gone silent, and when this is closed. */
    private void watch(InputStream in) {
        Thread.ofVirtual()
                .start(() -> {
                    try (in) {
                        long before = -1;
                        boolean open = true;
                        while (open && signs.get() != before) {
                            before = signs.get();
                            open = !closed.await(SILENCE.toSeconds(), TimeUnit.SECONDS);
                        }
                    } catch (IOException e) {
                        // It is broken already, which is what was wanted.
                        signs.incrementAndGet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void begin(int earlier) throws IOException {
        if (earlier > 0) {
            logged(earlier).forEach(this::tell);
        }
        // Where to go on from when the connection breaks before anything was wanted.
        node.messages(calls, "limit=1").forEach(newest -> last = Optional.of(newest.at()));
        begun = true;
    }

    /** What the log has since the last message, the oldest first. */
    private List<Passing> logged(int most) throws IOException {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("limit", Integer.toString(most));
        last.ifPresent(time -> marks.put("from", OcpiTime.write(time)));
        return node.messages(calls, filter.query(marks)).reversed();
    }

    private void hear(EventLines.Event event) {
        if (event.name().equals("missed")) {
            ears.accept(new News.Missed(node, event.data()));
            return;
        }
        JsonReader.standard()
                .read(event.data())
                .optional()
                .flatMap(Passing::of)
                .ifPresent(this::tell);
    }

    private void tell(Passing message) {
        if (message.at().isAfter(last.orElse(Instant.EPOCH))) {
            last = Optional.of(message.at());
        }
        if (filter.wants(message) && told.add(message.id())) {
            ears.accept(new News.Passed(node, message));
        }
    }

    /** Stops following. */
    @Override
    public void close() {
        closed.countDown();
    }
}
