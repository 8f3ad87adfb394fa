package network.opencharging.bridge.deliver;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntFunction;

/**
 * What is on its way to one partner. A partner that is slow or away holds up his own lane only. Of
 * one object there is never more than one parcel in it, so that states arrive in their order.
 */
final class Lane {
    /** So many parcels are carried to one partner at the same time. */
    private static final int CARRIERS = 32;

    private static final int ENOUGH = 256;

    private final Queue<Waiting> loaded = new ArrayDeque<>();
    private int carriers;
    private int underWay;
    private boolean backlog;
    private int failures;
    private Instant lastFailure = Instant.MIN;
    private Instant closedUntil = Instant.MIN;

    /** Whether more parcels should be read for it. */
    synchronized boolean wantsMore(Instant now) {
        return loaded.size() < ENOUGH && !isClosed(now);
    }

    synchronized boolean isClosed(Instant now) {
        return now.isBefore(closedUntil);
    }

    /** Whether more may wait for this partner than was read. */
    synchronized boolean hasBacklog() {
        return backlog;
    }

    synchronized void backlog(boolean there) {
        backlog = there;
    }

    /** How many parcels are under way: loaded, carried, or not written down yet. */
    synchronized int size() {
        return underWay;
    }

    /** Another parcel; says whether another carrier should set out for it. */
    synchronized boolean load(Waiting waiting) {
        loaded.add(waiting);
        underWay++;
        if (carriers < CARRIERS) {
            carriers++;
            return true;
        }
        return false;
    }

    /** The next parcel of a carrier; without one he goes home. */
    synchronized @Nullable Waiting next(Instant now) {
        @Nullable Waiting next = isClosed(now) ? null : loaded.poll();
        if (next == null) {
            carriers--;
        }
        return next;
    }

    /** Takes back what has not set out. */
    synchronized List<Waiting> unload() {
        List<Waiting> back = new ArrayList<>(loaded);
        loaded.clear();
        underWay -= back.size();
        return back;
    }

    /** What came of one that was carried is written down. */
    synchronized void done() {
        underWay--;
    }

    synchronized void arrived() {
        failures = 0;
    }

    /**
     * The way is blocked: nothing more sets out for a while, which doubles with each time. Many
     * parcels that run into the same blockade count once.
     *
     * @param began when the attempt began that failed
     * @param pause the pause after so many failures
     */
    synchronized void blocked(Instant began, Instant now, IntFunction<Duration> pause) {
        if (failures > 0 && began.isBefore(lastFailure)) {
            return;
        }
        failures++;
        lastFailure = now;
        closedUntil = now.plus(pause.apply(failures));
    }

    /** Somebody asks to be left alone until then. */
    synchronized void closeUntil(Instant time) {
        closedUntil = time.isAfter(closedUntil) ? time : closedUntil;
    }
}
