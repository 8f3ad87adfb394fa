package network.opencharging.cpo.admin;

import network.opencharging.cpo.outbox.EffectBook;
import network.opencharging.cpo.outbox.Outbox;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;

/** What is stuck: what went wrong and is tried again, and what was given up. */
@RestController
public class EffectsDesk {
    private static final int NOT_FOUND = 404;
    private final EffectBook book;
    private final Outbox outbox;
    private final Clock clock;

    public EffectsDesk(EffectBook book, Outbox outbox, Clock clock) {
        this.book = book;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The oldest ones. */
    @GetMapping("/admin/stuck")
    List<EffectView> troubled(@RequestParam(defaultValue = "100") int limit) {
        return book.troubled(Limit.of(limit)).stream().map(EffectView::of).toList();
    }

    /** Tries one again, now. */
    @PostMapping("/admin/stuck/again")
    ResponseEntity<Void> again(@RequestParam String purpose) {
        if (!book.again(purpose, clock.instant())) {
            throw new Wrong(NOT_FOUND, "nothing of that purpose is stuck");
        }
        outbox.look();
        return ResponseEntity.noContent().build();
    }

    /**
     * Something that is stuck.
     *
     * @param givenUp nobody tries it any more unless the operator wants so
     */
    record EffectView(
            String purpose,
            int attempts,
            String since,
            String nextAt,
            boolean givenUp,
            String trouble) {
        static EffectView of(EffectBook.Due due) {
            return new EffectView(
                    due.effect().purpose(),
                    due.attempts(),
                    due.stored().toString(),
                    due.when().toString(),
                    due.givenUp(),
                    due.trouble());
        }
    }
}
