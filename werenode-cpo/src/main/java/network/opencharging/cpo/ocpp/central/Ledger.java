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
    private final CentralSettings settings;
    private final Clock clock;

    public Ledger(Books books, Orders orders, News news, CentralSettings settings, Clock clock) {
        this.books = books;
        this.orders = orders;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    Authorization authorize(String token) {
        return books.tokens()
                .find(token)
                .map(known -> known.at(clock.instant()))
                .orElseGet(() ->
                        Authorization.of(
                                settings.unknownTokens() ? Verdict.ACCEPTED : Verdict.INVALID));
    }

    private Authorization authorizeStart(String token) {
        Authorization decided = authorize(token);
        return decided.verdict() == Verdict.ACCEPTED && books.transactions().charges(token)
                ? Authorization.of(Verdict.CONCURRENT_TX)
                : decided;
    }

    TransactionAnswer started(TransactionNews told) {
        boolean repeated =
                told.seq() >= 0
                        && !books.transactions()
                                .note(told.key().station(), told.name(), told.seq(), told.at());
        TransactionBook.Kept kept = begin(told);
        if (!repeated) {
            keepSamples(told, kept.transaction());
        }
        return answer(kept.transaction(), told, kept.transaction().verdict());
    }

    private TransactionBook.Kept begin(TransactionNews told) {
        EvseKey key = told.key();
        Optional<String> session = orders.take(key.station(), key.evse(), told.token());
        // What was ordered here may charge, whoever it is.
        Verdict verdict =
                session.isPresent() || told.token().isEmpty()
                        ? Verdict.ACCEPTED
                        : authorizeStart(told.token().get()).verdict();
        TransactionBook.Kept kept =
                books.transactions()
                        .begin(
                                new TransactionBook.Start(
                                        key,
                                        told.name(),
                                        session,
                                        told.token(),
                                        told.at(),
                                        register(told),
                                        verdict));
        if (kept.fresh()) {
            news.started(kept.transaction());
        }
        return kept;
    }

    /** An update of a transaction whose start was lost begins it. */
    TransactionAnswer updated(TransactionNews told) {
        boolean fresh =
                books.transactions().note(told.key().station(), told.name(), told.seq(), told.at());
        Transaction transaction =
                books.transactions()
                        .find(told.key().station(), told.name())
                        .orElseGet(() -> begin(told).transaction());
        if (fresh) {
            keepSamples(told, transaction);
            news.updated(transaction, told);
        }
        return told.token()
                .map(token -> answer(transaction, told, authorize(token).verdict()))
                .orElseGet(() -> new TransactionAnswer(told.name(), Optional.empty()));
    }

    /** An end without its beginning is taken all the same: a station repeats it until it is. */
    TransactionAnswer ended(TransactionNews told) {
        String station = told.key().station();
        Transaction.End end = new Transaction.End(told.at(), register(told), told.word());
        if (told.seq() >= 0) {
            books.transactions().note(station, told.name(), told.seq(), told.at());
            if (books.transactions().find(station, told.name()).isEmpty()) {
                begin(told);
            }
        }
        Optional<TransactionBook.Kept> kept = books.transactions().end(station, told.name(), end);
        if (kept.isEmpty()) {
            books.transactions().orphan(station, told.name(), end);
        }
        kept.filter(TransactionBook.Kept::fresh)
                .ifPresent(first -> {
                    keepSamples(told, first.transaction());
                    news.ended(first.transaction(), end);
                });
        return new TransactionAnswer(told.name(), told.token().map(this::authorize));
    }

    private void keepSamples(TransactionNews told, Transaction transaction) {
        if (!told.samples().isEmpty()) {
            books.meters()
                    .add(
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

    private TransactionAnswer answer(
            Transaction transaction, TransactionNews told, Verdict verdict) {
        return new TransactionAnswer(
                transaction.name(),
                told.token()
                        .map(token ->
                                new Authorization(
                                        verdict,
                                        authorize(token).expiry(),
                                        authorize(token).parent())));
    }
}
