package network.opencharging.cpo.ops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** Changes as server-sent events. */
public final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /** A line for who is silent, which also finds out who has gone. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final long SOON = 500;

    private final Changes changes;
    private final Executor threads;
    private final Clock clock;

    /**
     * @param threads one for each who looks, for as long as it does
     */
    public Feed(Changes changes, Executor threads, Clock clock) {
        this.changes = changes;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Begins one, which ends after some minutes: browsers come again, and whoever may not look any
     * more is found out then.
     *
     * @param wanted of which changes
     * @param data what is told of each
     * @return empty: too many look
     */
    public Optional<SseEmitter> open(
            Predicate<Changes.Change> wanted, Function<Changes.Change, Object> data) {
        Changes.Watcher watcher = new Changes.Watcher(wanted);
        if (!changes.add(watcher)) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(0L);
        threads.execute(() -> tell(watcher, emitter, data));
        return Optional.of(emitter);
    }

    private void tell(
            Changes.Watcher watcher, SseEmitter emitter, Function<Changes.Change, Object> data) {
        try {
            emitter.send(SseEmitter.event().comment("here it begins").reconnectTime(SOON));
            Instant end = clock.instant().plus(LASTS);
            while (clock.instant().isBefore(end)) {
                Changes.Change change =
                        watcher.waiting().poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                emitter.send(
                        watcher.hasMissed()
                                ? SseEmitter.event().name("missed").data("something")
                                : change == null
                                        ? SseEmitter.event().comment("still here")
                                        : SseEmitter.event()
                                                .name(change.kind())
                                                .data(data.apply(change)));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("who looked has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            changes.remove(watcher);
            emitter.complete();
        }
    }
}
