package network.opencharging.cpo.admin;

import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.TokenBook;
import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.central.TransactionBook;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.Sample;
import network.opencharging.cpo.people.Sight;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Transactions with their meter values, and the tokens that may begin them. */
@RestController
public class TransactionsDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_TOKEN = 255;

    private final Books books;

    public TransactionsDesk(Books books) {
        this.books = books;
    }

    /** The newest ones. */
    @GetMapping("/admin/transactions")
    List<TransactionView> latest(
            @RequestParam Optional<String> stationId,
            @RequestParam Optional<String> idToken,
            @RequestParam Optional<Boolean> active,
            @RequestParam(defaultValue = "100") int limit,
            Sight sight) {
        Named.requireOwn("stationId", stationId, sight);
        return books
                .transactions()
                .latest(new TransactionBook.Wish(stationId, idToken, active, Limit.of(limit)))
                .stream()
                .map(TransactionView::of)
                .toList();
    }

    /** One with its meter's values. */
    @GetMapping("/admin/stations/{station}/transactions/{name}")
    WholeView find(@PathVariable String station, @PathVariable String name) {
        Transaction found =
                books.transactions()
                        .find(station, name)
                        .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such transaction"));
        return new WholeView(
                TransactionView.of(found),
                books.meters().of(station, name).stream()
                        .flatMap(metered -> metered.samples().stream())
                        .toList());
    }

    /** All tokens. */
    @GetMapping("/admin/id-tokens")
    List<TokenBook.Token> tokens() {
        return books.tokens().all();
    }

    /** Writes a token down. */
    @PutMapping("/admin/id-tokens/{token}")
    TokenBook.Token put(@PathVariable String token, @RequestBody TokenWish wish) {
        if (token.length() > LONGEST_TOKEN) {
            throw new Wrong(BAD_REQUEST, "token must have at most 255 characters");
        }
        TokenBook.Token kept =
                new TokenBook.Token(
                        token,
                        wish.status(),
                        Optional.ofNullable(wish.expiry()),
                        Optional.ofNullable(wish.parent()));
        books.tokens().put(kept);
        return kept;
    }

    /** Forgets a token. */
    @DeleteMapping("/admin/id-tokens/{token}")
    ResponseEntity<Void> remove(@PathVariable String token) {
        if (!books.tokens().remove(token)) {
            throw new Wrong(NOT_FOUND, "there is no such token");
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * What the operator wants of a token.
     *
     * @param status ACCEPTED, BLOCKED, EXPIRED, INVALID or CONCURRENT_TX
     * @param expiry may lie in the past
     */
    record TokenWish(
            Authorization.Verdict status, @Nullable Instant expiry, @Nullable String parent) {}

    /** A transaction as the API shows it; registers in Wh. */
    record TransactionView(
            int id,
            String ocppId,
            String stationId,
            int evse,
            int connector,
            Optional<String> session,
            Optional<String> idTag,
            String status,
            String start,
            Optional<Long> registerStart,
            Optional<String> stop,
            Optional<Long> registerStop,
            Optional<String> reason,
            boolean active) {

        static TransactionView of(Transaction kept) {
            Optional<Transaction.End> end = kept.end();
            return new TransactionView(
                    kept.number(),
                    kept.name(),
                    kept.key().station(),
                    kept.key().evse(),
                    kept.key().connector(),
                    kept.session(),
                    kept.token(),
                    kept.verdict().name(),
                    kept.startedAt().toString(),
                    kept.registerStart(),
                    end.map(last -> last.at().toString()),
                    end.flatMap(Transaction.End::register),
                    end.map(Transaction.End::reason),
                    end.isEmpty());
        }
    }

    /** A transaction with everything that its meter said. */
    record WholeView(TransactionView transaction, List<Sample> samples) {}
}
