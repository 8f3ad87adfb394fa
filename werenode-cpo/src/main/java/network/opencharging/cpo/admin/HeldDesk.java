package network.opencharging.cpo.admin;

import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.held.Held;
import network.opencharging.cpo.ocpp.held.HeldBook;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a station should hold by what it was sent: local list, reservations, charging profiles. */
@RestController
public class HeldDesk {
    private static final int NOT_FOUND = 404;

    private final HeldBook book;
    private final Books books;
    private final Clock clock;

    public HeldDesk(HeldBook book, Books books, Clock clock) {
        this.book = book;
        this.books = books;
        this.clock = clock;
    }

    /** All of it. */
    @GetMapping("/admin/stations/{station}/held")
    List<HeldView> all(@PathVariable String station) {
        return book.of(station).stream().map(held -> HeldView.of(held, isOver(held))).toList();
    }

    private boolean isOver(Held held) {
        Instant now = clock.instant();
        return held.end().until().filter(now::isAfter).isPresent()
                || held.end()
                        .transaction()
                        .flatMap(name -> books.transactions().find(held.key().station(), name))
                        .flatMap(Transaction::end)
                        .isPresent();
    }

    /** Forgets one here; the station is told nothing. */
    @DeleteMapping("/admin/stations/{station}/held/{kind}/{name}")
    ResponseEntity<Void> forget(
            @PathVariable String station, @PathVariable Held.Kind kind, @PathVariable String name) {
        if (!book.remove(new Held.Key(station, kind, name))) {
            throw new Wrong(NOT_FOUND, "nothing of that kind and name is kept for " + station);
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * One thing as the API shows it.
     *
     * @param name its number; of the list {@code list}
     * @param acknowledged what the station has acknowledged; null when it acknowledged none
     * @param acknowledgedVersion of a list
     * @param sent what it was sent and did not acknowledge; null when nothing is open
     * @param sentVersion of a list
     * @param said the station's own word, or why there is none
     * @param until empty: it is not over by a time
     * @param transaction with which it ends; empty: with none
     * @param over it ended by itself
     */
    record HeldView(
            Held.Kind kind,
            String name,
            Held.State state,
            @Nullable JsonText acknowledged,
            @Nullable Integer acknowledgedVersion,
            @Nullable JsonText sent,
            @Nullable Integer sentVersion,
            String said,
            String until,
            String transaction,
            boolean over,
            String changedAt) {

        static HeldView of(Held held, boolean over) {
            boolean list = held.key().kind() == Held.Kind.LOCAL_LIST;
            return new HeldView(
                    held.key().kind(),
                    held.key().name(),
                    held.standing().state(),
                    text(held.there()),
                    list ? version(held.there()) : null,
                    text(held.wanted()),
                    list ? version(held.wanted()) : null,
                    held.standing().said(),
                    held.end().until().map(String::valueOf).orElse(""),
                    held.end().transaction().orElse(""),
                    over,
                    held.at().toString());
        }

        private static @Nullable JsonText text(Optional<Held.Content> content) {
            return content.map(there -> new JsonText(there.text())).orElse(null);
        }

        private static @Nullable Integer version(Optional<Held.Content> content) {
            return content.map(Held.Content::version).orElse(null);
        }
    }
}
