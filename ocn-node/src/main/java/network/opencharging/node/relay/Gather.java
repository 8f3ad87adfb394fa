package network.opencharging.node.relay;

import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Verified;
import network.opencharging.node.step.rewrite.GatheredPage;
import network.opencharging.node.step.rewrite.GatheredPages;
import network.opencharging.node.step.rewrite.GatheredQuestion;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * GET All: some parties are asked side by side, then the next ones, until the page is full or time
 * is up. A party that refuses or hangs is left out and named, one that does not want to be seen by
 * the caller is left out; the next page begins where this one ended.
 */
public final class Gather {
    private static final Logger LOG = LoggerFactory.getLogger(Gather.class);

    /** Questions of all gathered pages together that are on their way at once. */
    private static final int AT_ONCE = 256;

    private final Delivery delivery;
    private final GatheredPages pages;
    private final Duration patience;
    private final LongSupplier nanoseconds;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Gathers pages.
     *
     * @param patience how long the asking for one page may take; a party has half of it
     * @param nanoseconds a clock that never goes back
     * @param threads one for each question; closed by its owner
     */
    public Gather(
            Delivery delivery,
            GatheredPages pages,
            Duration patience,
            LongSupplier nanoseconds,
            ExecutorService threads) {
        this.delivery = delivery;
        this.pages = pages;
        this.patience = patience;
        this.nanoseconds = nanoseconds;
        this.threads = threads;
    }

    /** What became of a question. */
    private sealed interface Said {
        record Answered(Reply reply) implements Said {}

        record Nothing(Refusal why) implements Said {}
    }

    /** What became of it, and on which way; nobody writes on that trail any more. */
    private record Ended(Said said, Trail trail) {}

    /** A question on its way. */
    private record Asked(GatheredQuestion question, CompletableFuture<Ended> ended) {}

    Reply collect(Verified verified, List<PartyId> parties, Trail trail) {
        GatheredPage page = pages.begin(verified, parties);
        long began = nanoseconds.getAsLong();
        do {
            round(verified, page, trail);
        } while (page.wants() && nanoseconds.getAsLong() - began < half());
        return pages.reply(verified, page);
    }

    /** Everybody has the same time, and who did not use it is out: so each page comes further. */
    private void round(Verified verified, GatheredPage page, Trail trail) {
        long until = nanoseconds.getAsLong() + half();
        Iterator<Asked> round =
                page.questions().stream()
                        .map(question -> ask(verified, question, trail.branch()))
                        .toList()
                        .iterator();
        boolean taken = true;
        while (taken && round.hasNext() && page.wants()) {
            Asked asked = round.next();
            Ended ended = ended(asked, until, trail);
            trail.join(ended.trail());
            taken = taken(page, asked.question(), ended.said());
        }
    }

    private boolean taken(GatheredPage page, GatheredQuestion question, Said said) {
        return switch (said) {
            case Said.Answered(Reply reply) -> page.take(question, reply);
            case Said.Nothing(Refusal.NotAllowed _) -> {
                page.pass();
                yield true;
            }
            case Said.Nothing(Refusal why) -> {
                LOG.info("{} is left out of a list: {}", question.party(), why);
                page.skip();
                yield true;
            }
        };
    }

    private Asked ask(Verified verified, GatheredQuestion question, Trail trail) {
        return new Asked(
                question,
                CompletableFuture.supplyAsync(
                        () -> new Ended(answer(verified, question, trail), trail), threads));
    }

    /** It may go on for a while after that, but nobody waits any more. */
    private Ended ended(Asked asked, long until, Trail trail) {
        Refusal late = new Refusal.NoAnswerInTime(asked.question().party());
        return asked.ended()
                .completeOnTimeout(
                        new Ended(new Said.Nothing(late), trail.branch()),
                        until - nanoseconds.getAsLong(),
                        TimeUnit.NANOSECONDS)
                .join();
    }

    private Said answer(Verified verified, GatheredQuestion question, Trail trail) {
        try {
            places.acquireUninterruptibly();
            try {
                return new Said.Answered(
                        delivery.deliver(
                                pages.asking(verified, question), question.party(), trail));
            } finally {
                places.release();
            }
        } catch (Refused refused) {
            trail.refused(refused.refusal());
            return new Said.Nothing(refused.refusal());
        } catch (RuntimeException e) {
            LOG.error("a fault of this node, please report it", e);
            return new Said.Nothing(new Refusal.NodeFailed());
        }
    }

    private long half() {
        return patience.toNanos() / 2;
    }
}
