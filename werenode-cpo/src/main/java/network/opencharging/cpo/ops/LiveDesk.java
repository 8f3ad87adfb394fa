package network.opencharging.cpo.ops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What has just changed, as server-sent events: which one, not how; that is asked for. */
@RestController
public class LiveDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);

    /** A line for who is silent, which also finds out who has gone. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Changes changes;
    private final Executor threads;

    /**
     * Tells these changes.
     *
     * @param threads one for each who looks, for as long as it does
     */
    public LiveDesk(Changes changes, Executor threads) {
        this.changes = changes;
        this.threads = threads;
    }

    /** Goes on until the browser ends it. */
    @GetMapping("/admin/live")
    ResponseEntity<SseEmitter> live() {
        Changes.Watcher watcher = new Changes.Watcher();
        if (!changes.add(watcher)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "10")
                    .build();
        }
        SseEmitter emitter = new SseEmitter(0L);
        threads.execute(() -> tell(watcher, emitter));
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
    }

    private void tell(Changes.Watcher watcher, SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment("here it begins"));
            while (true) {
                Changes.Change change =
                        watcher.waiting().poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
                emitter.send(
                        watcher.hasMissed()
                                ? SseEmitter.event().name("missed").data("something")
                                : change == null
                                        ? SseEmitter.event().comment("still here")
                                        : SseEmitter.event()
                                                .name(change.kind())
                                                .data(change.name()));
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
