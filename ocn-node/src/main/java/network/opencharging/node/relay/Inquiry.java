package network.opencharging.node.relay;

import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Verified;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Open Routing of an authorisation: nothing in it tells who issued the token, so all who issue
 * tokens are asked side by side. Who allows it is believed at once. Who knows it and does not allow
 * it has to wait until the others have spoken: there are platforms that say no to every token that
 * is not theirs, instead of 2004 (OCPI 2.2.1 §12.2.2.2).
 */
public final class Inquiry {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

    private final Delivery delivery;
    private final Duration patience;
    private final LongSupplier nanoseconds;
    private final ExecutorService threads;
    private final Semaphore places;

    /**
     * Asks through this delivery.
     *
     * @param patience who has not answered in half of it is not waited for
     * @param nanoseconds a clock that never goes back
     * @param threads one for each question; closed by its owner
     * @param places one for each question of all inquiries that is on its way
     */
    public Inquiry(
            Delivery delivery,
            Duration patience,
            LongSupplier nanoseconds,
            ExecutorService threads,
            Semaphore places) {
        this.delivery = delivery;
        this.patience = patience;
        this.nanoseconds = nanoseconds;
        this.threads = threads;
        this.places = places;
    }

    /**
     * Who knows the token.
     *
     * @param by its issuer
     * @param reply what it says
     */
    record Found(PartyId by, Reply reply) {}

    /** What a party says of the token. */
    private enum Word {
        ALLOWED,
        KNOWN,
        UNKNOWN,
        NOTHING
    }

    /** One party has ended; nobody writes on its trail any more. */
    private record Ended(PartyId party, Optional<Reply> reply, Word word, Trail trail) {}

    Found ask(Verified verified, List<PartyId> parties, Trail trail) {
        BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        AtomicBoolean decided = new AtomicBoolean();
        for (PartyId party : parties) {
            Trail branch = trail.branch();
            threads.execute(() -> ended.add(answer(verified, party, branch, decided)));
        }
        try {
            return best(ended, parties.size(), trail);
        } finally {
            decided.set(true);
        }
    }

    private Found best(BlockingQueue<Ended> ended, int asked, Trail trail) {
        long until = nanoseconds.getAsLong() + patience.toNanos() / 2;
        Ended best = null;
        int unknown = 0;
        for (int i = 0; i < asked && !isAllowed(best); i++) {
            Ended next = next(ended, until);
            if (next == null) {
                break;
            }
            unknown += next.word() == Word.UNKNOWN ? 1 : 0;
            best = better(best, next);
        }
        if (best == null || best.reply().isEmpty()) {
            throw new Refused(new Refusal.TokenUnknownToAll(asked, asked - unknown));
        }
        trail.join(best.trail());
        return new Found(best.party(), best.reply().get());
    }

    private static boolean isAllowed(@Nullable Ended ended) {
        return ended != null && ended.word() == Word.ALLOWED;
    }

    private static @Nullable Ended better(@Nullable Ended best, Ended next) {
        return switch (next.word()) {
            case ALLOWED -> next;
            case KNOWN -> best == null ? next : best;
            case UNKNOWN, NOTHING -> best;
        };
    }

    private @Nullable Ended next(BlockingQueue<Ended> ended, long until) {
        try {
            return ended.poll(until - nanoseconds.getAsLong(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /**
     * Nobody may be missing in the queue, whatever happens; and nobody is shown a driver's token
     * any more once the inquiry is decided.
     */
    private Ended answer(Verified verified, PartyId party, Trail trail, AtomicBoolean decided) {
        places.acquireUninterruptibly();
        try {
            if (decided.get()) {
                return new Ended(party, Optional.empty(), Word.NOTHING, trail);
            }
            Reply reply = delivery.deliver(verified, party, trail);
            Word word = word(reply);
            if (word == Word.ALLOWED) {
                decided.set(true);
            }
            return new Ended(party, Optional.of(reply), word, trail);
        } catch (Refused refused) {
            LOG.debug("{} was not asked about a token: {}", party, refused.refusal());
        } catch (RuntimeException e) {
            LOG.error("a fault of this node, please report it", e);
        } finally {
            places.release();
        }
        return new Ended(party, Optional.empty(), Word.NOTHING, trail);
    }

    private static Word word(Reply reply) {
        OcpiStatus status =
                EnvelopeGlance.at(reply.body())
                        .map(EnvelopeGlance::status)
                        .orElse(OcpiStatus.SERVER_ERROR);
        if (status.isSuccess()) {
            return allows(reply) ? Word.ALLOWED : Word.KNOWN;
        }
        if (status.equals(OcpiStatus.UNKNOWN_TOKEN) || reply.status() == 404) {
            return Word.UNKNOWN;
        }
        // It knows the token, and cannot decide without the place.
        return status.equals(OcpiStatus.NOT_ENOUGH_INFORMATION) ? Word.KNOWN : Word.NOTHING;
    }

    private static boolean allows(Reply reply) {
        return reply.body()
                .members()
                .optional()
                .flatMap(members -> members.read("data"))
                .flatMap(data ->
                        data instanceof Json.Obj it ? it.textOf("allowed") : Optional.empty())
                .filter("ALLOWED"::equals)
                .isPresent();
    }
}
