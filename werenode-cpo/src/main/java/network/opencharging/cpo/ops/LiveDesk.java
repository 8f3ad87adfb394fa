package network.opencharging.cpo.ops;

import network.opencharging.cpo.people.Sight;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What has just changed: which one, not how; that is asked for. */
@RestController
public class LiveDesk {
    private final Feed feed;

    public LiveDesk(Feed feed) {
        this.feed = feed;
    }

    /** Of what the caller sees. */
    @GetMapping("/admin/live")
    ResponseEntity<SseEmitter> live(Sight sight) {
        return feed.open(change -> sight.location(change.location()), Changes.Change::name)
                .map(emitter -> ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                                .header("Retry-After", "10")
                                .build());
    }
}
