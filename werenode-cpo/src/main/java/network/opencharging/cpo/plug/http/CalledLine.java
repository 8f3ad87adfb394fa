package network.opencharging.cpo.plug.http;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.port.PlugLine;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One plug that is called. */
final class CalledLine {
    private static final int OK = 200;
    private static final int LARGEST = 10_000;
    private static final int MOST_WAITING = 20;
    private static final int FAILURES = 2;

    private final HttpClient client;
    private final Duration patience;
    private final String base;
    private final PlugDialect dialect;
    private final PlugLine.Ears ears;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private volatile boolean ended;
    private volatile Optional<Future<?>> round = Optional.empty();

    CalledLine(
            HttpClient client,
            Duration patience,
            String base,
            PlugDialect dialect,
            PlugLine.Ears ears) {
        this.client = client;
        this.patience = patience;
        this.base = base;
        this.dialect = dialect;
        this.ears = ears;
    }

    void begin(ScheduledExecutorService timers, Duration every) {
        round =
                Optional.of(
                        timers.scheduleWithFixedDelay(
                                this::ask, 0, every.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A plug that is slow to answer is not asked the same twice at a time. */
    private void ask() {
        if (waiting.get() == 0) {
            say(dialect.ask());
        }
    }

    void end() {
        ended = true;
        round.ifPresent(asking -> asking.cancel(false));
    }

    /** One after the other, whatever became of the one before. */
    synchronized boolean say(List<PlugMessage> messages) {
        if (waiting.get() + messages.size() > MOST_WAITING) {
            return false;
        }
        for (PlugMessage message : messages) {
            waiting.incrementAndGet();
            last = last.handle((_, _) -> message).thenCompose(this::call);
        }
        return true;
    }

    private CompletableFuture<?> call(PlugMessage message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + message.topic()));
        if (!message.payload().isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(message.payload()));
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        // The client's own watch ends at the headers: who sends them and then hangs is late too.
        return answer.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync((response, wrong) -> {
                    answer.cancel(true);
                    waiting.decrementAndGet();
                    heard(message, wrong == null ? text(response) : null);
                    return message;
                });
    }

    private static @Nullable String text(HttpResponse<byte[]> answer) {
        return answer.statusCode() == OK ? new String(answer.body(), StandardCharsets.UTF_8) : null;
    }

    /** One that does not answer twice in a row is gone. */
    private void heard(PlugMessage message, @Nullable String body) {
        if (ended) {
            return;
        }
        if (body != null) {
            failures.set(0);
            ears.told(new PlugMessage(message.topic(), body));
        } else if (failures.incrementAndGet() >= FAILURES) {
            ears.cut();
        }
    }
}
