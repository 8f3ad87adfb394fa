package network.opencharging.cpo.ocpp.away;

import network.opencharging.cpo.ocpp.central.News;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/**
 * Stations that come and go, told of in that order. Those between two looks are told of together:
 * after a restart thousands come within seconds, and the ports of all are asked for at once.
 */
public final class Comings {
    private static final Logger LOG = LoggerFactory.getLogger(Comings.class);
    private static final int MOST = 1_000;

    private final News news;
    private final UnaryOperator<Collection<String>> gone;
    private final Executor workers;
    private final Deque<Move> waiting = new ArrayDeque<>();
    private boolean working;

    /**
     * @param gone which of them are connected nowhere
     */
    public Comings(News news, UnaryOperator<Collection<String>> gone, Executor workers) {
        this.news = news;
        this.gone = gone;
        this.workers = workers;
    }

    private record Move(String station, boolean came) {}

    /** It is there; returns at once. */
    void came(String station) {
        add(List.of(new Move(station, true)));
    }

    /** They are gone from where they were, if they did not come back elsewhere; returns at once. */
    void left(Collection<String> stations) {
        add(stations.stream().map(station -> new Move(station, false)).toList());
    }

    private void add(List<Move> moves) {
        synchronized (waiting) {
            waiting.addAll(moves);
            if (working || waiting.isEmpty()) {
                return;
            }
            working = true;
        }
        workers.execute(this::work);
    }

    private void work() {
        for (List<Move> next = next(); !next.isEmpty(); next = next()) {
            try {
                tell(next);
            } catch (RuntimeException e) {
                LOG.error("nobody was told that {} stations came or went", next.size(), e);
            }
        }
    }

    /** The next ones that do the same; none: nobody works any more. */
    private List<Move> next() {
        List<Move> same = new ArrayList<>();
        synchronized (waiting) {
            while (same.size() < MOST && fits(same)) {
                same.add(waiting.remove());
            }
            working = !same.isEmpty();
        }
        return same;
    }

    private boolean fits(List<Move> same) {
        Move next = waiting.peek();
        return next != null && (same.isEmpty() || same.getFirst().came() == next.came());
    }

    private void tell(List<Move> moves) {
        List<String> stations = moves.stream().map(Move::station).distinct().toList();
        if (moves.getFirst().came()) {
            news.arrived(stations);
        } else {
            news.left(Objects.requireNonNull(gone.apply(stations)));
        }
    }
}
