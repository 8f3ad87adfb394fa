package network.opencharging.cpo.ocpp.central;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.Authorization.Verdict;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Registers;
import network.opencharging.cpo.ocpp.message.Sample;
import network.opencharging.cpo.ocpp.message.TransactionAnswer;
import network.opencharging.cpo.ocpp.message.TransactionNews;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Transactions: begun once, ended once, whatever is sent again, late, or without its beginning. */
public final class Ledger {
    private final Books books;
    private final Orders orders;
    private final News news;
    private final Strangers strangers;
    private final Clock clock;

    public Ledger(Books books, Orders orders, News news, Strangers strangers, Clock clock) {
        this.books = books;
        this.orders = orders;
        this.news = news;
        this.strangers = strangers;
        this.clock = clock;
    }

    /**
     * Whether a token may charge.
     *
     * @param evse where; 0: the station did not say
     */
    Authorization authorize(String station, int evse, String token) {
        return books.tokens()
                .find(token)
                .map(known -> known.at(clock.instant()))
                .orElseGet(() ->
                        // What was ordered here may charge, whoever it is.
                        orders.expects(station, evse, token)
                                ? Authorization.of(Verdict.ACCEPTED)
                                : strangers.judge(station, evse, token));
    }

    TransactionAnswer started(TransactionNews told) {
        Optional<Authorization> shown = shown(told);
        TransactionBook.Start start = start(told, shown);
        TransactionBook.Kept kept =
                books.transactions()
                        .together(() -> {
                            boolean repeated = told.seq() >= 0 && !note(told);
                            TransactionBook.Kept begun = books.transactions().begin(start);
                            if (!repeated) {
                                keepSamples(told, begun.transaction());
                            }
                            return begun;
                        });
        tell(kept);
        return answer(kept.transaction(), kept.transaction().verdict(), shown);
    }

    private Optional<Authorization> shown(TransactionNews told) {
        EvseKey key = told.key();
        return told.token().map(token -> authorize(key.station(), key.evse(), token));
    }

    private TransactionBook.Start start(TransactionNews told, Optional<Authorization> shown) {
        EvseKey key = told.key();
        Optional<String> session = orders.take(key.station(), key.evse(), told.token());
        return new TransactionBook.Start(
                key,
                told.name(),
                session,
                told.token(),
                told.at(),
                register(told),
                // What was ordered here may charge, whoever it is.
                session.isPresent() ? Verdict.ACCEPTED : verdict(told, shown));
    }

    private Verdict verdict(TransactionNews told, Optional<Authorization> shown) {
        Verdict decided = shown.map(Authorization::verdict).orElse(Verdict.ACCEPTED);
        boolean charges = told.token().filter(books.transactions()::charges).isPresent();
        return decided == Verdict.ACCEPTED && charges ? Verdict.CONCURRENT_TX : decided;
    }

    private boolean note(TransactionNews told) {
        return books.transactions().note(told.key().station(), told.name(), told.seq(), told.at());
    }

    private void tell(TransactionBook.Kept begun) {
        if (begun.fresh()) {
            news.started(begun.transaction());
        }
    }

    /** An update of a transaction whose start was lost begins it. */
    TransactionAnswer updated(TransactionNews told) {
        Optional<Authorization> shown = shown(told);
        Optional<Transaction> there = find(told);
        Optional<TransactionBook.Start> lost = lost(told, there, shown);
        Heard heard =
                books.transactions()
                        .together(() -> {
                            boolean fresh = note(told);
                            Optional<TransactionBook.Kept> begun =
                                    lost.map(books.transactions()::begin);
                            Transaction transaction =
                                    begun.map(TransactionBook.Kept::transaction)
                                            .or(() -> there)
                                            .orElseThrow();
                            if (fresh) {
                                keepSamples(told, transaction);
                            }
                            return new Heard(begun, transaction, fresh);
                        });
        heard.begun().ifPresent(this::tell);
        if (heard.fresh()) {
            news.updated(heard.transaction(), told);
        }
        return shown.isPresent()
                ? answer(heard.transaction(), shown.get().verdict(), shown)
                : new TransactionAnswer(told.name(), Optional.empty());
    }

    /**
     * What became of news.
     *
     * @param begun the transaction, where they began it
     * @param fresh they were not told before
     */
    private record Heard(
            Optional<TransactionBook.Kept> begun, Transaction transaction, boolean fresh) {}

    private Optional<Transaction> find(TransactionNews told) {
        return books.transactions().find(told.key().station(), told.name());
    }

    private Optional<TransactionBook.Start> lost(
            TransactionNews told, Optional<Transaction> there, Optional<Authorization> shown) {
        return there.isPresent() ? Optional.empty() : Optional.of(start(told, shown));
    }

    /** An end without its beginning is taken all the same: a station repeats it until it is. */
    TransactionAnswer ended(TransactionNews told) {
        Optional<Authorization> shown = shown(told);
        Transaction.End end = new Transaction.End(told.at(), register(told), told.word());
        // In 1.6 the name is ours: a name that nobody gave has no transaction.
        Optional<TransactionBook.Start> lost =
                told.seq() >= 0 ? lost(told, find(told), shown) : Optional.empty();
        Closed closed = books.transactions().together(() -> close(told, lost, end));
        closed.begun().ifPresent(this::tell);
        closed.ended()
                .ifPresent(first -> {
                    news.signed(first, told);
                    news.ended(first, end);
                });
        return new TransactionAnswer(told.name(), shown);
    }

    /**
     * What became of an end.
     *
     * @param begun the transaction, where it began with its end
     * @param ended the transaction, when it had not ended before
     */
    private record Closed(Optional<TransactionBook.Kept> begun, Optional<Transaction> ended) {}

    private Closed close(
            TransactionNews told, Optional<TransactionBook.Start> lost, Transaction.End end) {
        String station = told.key().station();
        if (told.seq() >= 0) {
            note(told);
        }
        Optional<TransactionBook.Kept> begun = lost.map(books.transactions()::begin);
        Optional<TransactionBook.Kept> kept = books.transactions().end(station, told.name(), end);
        if (kept.isEmpty()) {
            books.transactions().orphan(station, told.name(), end);
        }
        Optional<Transaction> ended =
                kept.filter(TransactionBook.Kept::fresh).map(TransactionBook.Kept::transaction);
        ended.ifPresent(transaction -> keepSamples(told, transaction));
        return new Closed(begun, ended);
    }

    private void keepSamples(TransactionNews told, Transaction transaction) {
        if (!told.samples().isEmpty()) {
            books.transactions()
                    .sample(
                            new Metered(
                                    transaction.key(),
                                    Optional.of(transaction.name()),
                                    told.samples()));
        }
    }

    private static Optional<Long> register(TransactionNews told) {
        return told.register()
                .flatMap(value -> Registers.energy(value, "Wh"))
                .or(() -> newest(told.samples()))
                .map(WattHours::value);
    }

    private static Optional<WattHours> newest(List<Sample> samples) {
        return Registers.newest(samples)
                .flatMap(sample -> Registers.energy(sample.value(), sample.unit()));
    }

    private static TransactionAnswer answer(
            Transaction transaction, Verdict verdict, Optional<Authorization> shown) {
        return new TransactionAnswer(
                transaction.name(),
                shown.map(card -> new Authorization(verdict, card.expiry(), card.parent())));
    }
}
