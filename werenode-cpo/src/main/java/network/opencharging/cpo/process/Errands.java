package network.opencharging.cpo.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Has other processes do things, and waits for what comes of it. */
public final class Errands {
    /** Beyond the patience of whoever asked: the other process has its own. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ErrandBook book;
    private final Presence presence;
    private final Executor workers;
    private final Clock clock;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    /**
     * Nothing is asked yet.
     *
     * @param workers run what follows from an outcome
     */
    public Errands(ErrandBook book, Presence presence, Executor workers, Clock clock) {
        this.book = book;
        this.presence = presence;
        this.workers = workers;
        this.clock = clock;
    }

    private record Pending(Errand errand, Instant until, CompletableFuture<Came> came) {}

    /** What came of an errand. */
    public sealed interface Came {}

    /** It was done, with this outcome. */
    public record Done(String outcome) implements Came {}

    /**
     * Nobody knows, and nobody will.
     *
     * @param taken it may have been done; otherwise it was not, and will not be
     */
    public record Lost(boolean taken) implements Came {}

    /** An errand to another process. */
    public record Wish(String id, String of, String kind, String subject, String content) {}

    /** Asks; what comes of it comes within the patience and some seconds. */
    public CompletableFuture<Came> ask(Wish wish, Duration patience) {
        Errand errand =
                new Errand(
                        wish.id(),
                        presence.own(),
                        wish.of(),
                        wish.kind(),
                        wish.subject(),
                        wish.content());
        Pending asked =
                new Pending(
                        errand,
                        clock.instant().plus(patience).plus(GRACE),
                        new CompletableFuture<>());
        pending.put(errand.id(), asked);
        try {
            book.ask(errand);
        } catch (RuntimeException e) {
            pending.remove(errand.id());
            throw e;
        }
        return asked.came();
    }

    /** Looks what came; when a process is dead, what it was asked is lost. */
    public void look() {
        if (pending.isEmpty()) {
            return;
        }
        book.outcomes(Set.copyOf(pending.keySet()))
                .forEach((id, outcome) -> end(id, new Done(outcome)));
        Set<String> living = presence.living();
        Instant now = clock.instant();
        for (Pending waiting : pending.values()) {
            if (!living.contains(waiting.errand().of()) || waiting.until().isBefore(now)) {
                giveUp(waiting.errand().id());
            }
        }
    }

    private void giveUp(String id) {
        if (book.withdraw(id)) {
            end(id, new Lost(false));
            return;
        }
        // It may have been done in the last moment.
        Map<String, String> late = book.outcomes(Set.of(id));
        end(id, late.containsKey(id) ? new Done(late.get(id)) : new Lost(true));
    }

    private void end(String id, Came came) {
        Pending waiting = pending.remove(id);
        if (waiting != null) {
            waiting.came().completeAsync(() -> came, workers);
        }
    }
}
