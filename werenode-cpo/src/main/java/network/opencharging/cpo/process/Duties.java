package network.opencharging.cpo.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Does what other processes ask of this one. */
public final class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);
    private final String own;
    private final ErrandBook book;
    private final Map<String, Hand> hands;
    private final Executor workers;

    /**
     * Nothing is done yet.
     *
     * @param hands by the kind of errand
     */
    public Duties(String own, ErrandBook book, Map<String, Hand> hands, Executor workers) {
        this.own = own;
        this.book = book;
        this.hands = Map.copyOf(hands);
        this.workers = workers;
    }

    /** Does errands of one kind. */
    @FunctionalInterface
    public interface Hand {

        /** Does one; its outcome is read by whoever asked. */
        CompletableFuture<String> carryOut(Errand errand);
    }

    /** Looks what is asked, and begins with it. */
    public void look() {
        for (Errand errand : book.take(own)) {
            workers.execute(() -> carryOut(errand));
        }
    }

    private void carryOut(Errand errand) {
        Hand hand = hands.get(errand.kind());
        if (hand == null) {
            LOG.error("a process asks for {}, which nobody here can", errand.kind());
            return;
        }
        var _ =
                hand.carryOut(errand)
                        .thenAccept(outcome -> book.end(errand, outcome))
                        .exceptionally(wrong -> {
                            LOG.error("{} for {} failed", errand.kind(), errand.subject(), wrong);
                            return null;
                        });
    }
}
