package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Metered;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Transactions, kept. Stations send the same news again after every broken connection, with the
 * same message id or another: each has one effect, and one answer.
 */
public interface TransactionBook {

    /**
     * Keeps all that the work writes, or nothing of it: an answer stands for the whole news. Where
     * another connection of the station was quicker by a moment the work is done again.
     */
    <T> T together(Supplier<T> work);

    /** Keeps the values that came with news of a transaction. */
    void sample(Metered metered);

    /** Writes a start down. The same again is the one that is there, with its first verdict. */
    Kept begin(Start start);

    /**
     * Writes an end down. The first end counts; empty when there is no such transaction.
     *
     * @param name the transaction's
     */
    Optional<Kept> end(String station, String name, Transaction.End end);

    /** Notes that news with this count came; false when it came before. */
    boolean note(String station, String name, int seq, Instant at);

    /** Keeps an end without a transaction, for people to look at. */
    void orphan(String station, String name, Transaction.End end);

    /** The transaction of that name. */
    Optional<Transaction> find(String station, String name);

    /** The transaction that goes on for that session. */
    Optional<Transaction> ofSession(String station, String session);

    /** Whether a token has a transaction that goes on. */
    boolean charges(String token);

    /** The newest ones, newest first. */
    List<Transaction> latest(Wish wish);

    /**
     * What came of it.
     *
     * @param fresh it had this effect now and not before
     */
    record Kept(Transaction transaction, boolean fresh) {}

    /**
     * A start.
     *
     * @param name the station's name for it; empty when the backend gives it
     */
    record Start(
            EvseKey key,
            String name,
            Optional<String> session,
            Optional<String> token,
            Instant at,
            Optional<Long> register,
            Authorization.Verdict verdict) {}

    /**
     * Which ones are wanted.
     *
     * @param station of this one; empty of all
     * @param active only those that go on, or only those that ended; empty both
     */
    record Wish(
            Optional<String> station,
            Optional<String> token,
            Optional<Boolean> active,
            int limit) {}
}
