package network.opencharging.cpo.ocpp.station;

import network.opencharging.cpo.ocpp.frame.Frame;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Calls to one station: one is under way, the others wait (1.6J §4.1.1, 2.0.1 part 4 §4.1.4). What
 * the station calls meanwhile is answered all the same.
 */
final class CallQueue {
    private static final int MOST_WAITING = 100;

    private final Surroundings around;
    private final Sender sender;
    private final Deque<Order> waiting = new ArrayDeque<>();
    private @Nullable Order underWay;
    private @Nullable String closed;

    CallQueue(Surroundings around, Sender sender) {
        this.around = around;
        this.sender = sender;
    }

    /** Puts a frame on the wire. */
    @FunctionalInterface
    interface Sender {
        boolean send(Frame frame, String action);
    }

    private record Order(
            Frame.Call call, Duration patience, CompletableFuture<CallOutcome> outcome) {

        boolean is(@Nullable Order other) {
            return other != null && call.id().equals(other.call().id());
        }
    }

    CompletableFuture<CallOutcome> call(Frame.Call call, Duration patience) {
        Order order = new Order(call, patience, new CompletableFuture<>());
        synchronized (waiting) {
            if (closed != null) {
                return unsent(closed);
            }
            if (waiting.size() >= MOST_WAITING) {
                return unsent("too many calls wait for this station");
            }
            waiting.add(order);
        }
        // Also the time in the queue counts: an order of ten minutes ago is not wanted any more.
        Future<?> timer =
                around.timers()
                        .schedule(() -> giveUp(order), patience.toMillis(), TimeUnit.MILLISECONDS);
        var _ = order.outcome().whenComplete((_, _) -> timer.cancel(false));
        sendNext();
        return order.outcome();
    }

    private static CompletableFuture<CallOutcome> unsent(String why) {
        return CompletableFuture.completedFuture(new CallOutcome.Unsent(why));
    }

    private void sendNext() {
        Order next;
        synchronized (waiting) {
            if (underWay != null || waiting.isEmpty()) {
                return;
            }
            next = waiting.remove();
            underWay = next;
        }
        if (!sender.send(next.call(), next.call().action()) && release(next)) {
            end(next, new CallOutcome.Unsent("the connection broke"));
        }
    }

    /** An answer came; false when nobody waits for it. */
    boolean answered(Frame answer) {
        Order order;
        synchronized (waiting) {
            order = underWay;
            if (order == null || !order.call().id().equals(answer.id())) {
                return false;
            }
            underWay = null;
        }
        end(order, outcome(answer));
        return true;
    }

    /** The action of the call under way with that id, or empty. */
    String actionOf(String id) {
        synchronized (waiting) {
            Order order = underWay;
            return order != null && order.call().id().equals(id) ? order.call().action() : "";
        }
    }

    private static CallOutcome outcome(Frame answer) {
        return switch (answer) {
            case Frame.CallResult result -> new CallOutcome.Answered(result.payload());
            case Frame.CallError error ->
                    new CallOutcome.Failed(error.code(), error.description(), error.details());
            case Frame.Call call ->
                    throw new IllegalArgumentException(call.action() + " is no answer");
        };
    }

    private void giveUp(Order order) {
        boolean sent;
        synchronized (waiting) {
            sent = order.is(underWay);
            if (sent) {
                underWay = null;
            } else if (!waiting.remove(order)) {
                return;
            }
        }
        end(
                order,
                sent
                        ? new CallOutcome.Unanswered("no answer within " + order.patience())
                        : new CallOutcome.Unsent("others waited before it for too long"));
    }

    private boolean release(Order order) {
        synchronized (waiting) {
            boolean mine = order.is(underWay);
            if (mine) {
                underWay = null;
            }
            return mine;
        }
    }

    private void end(Order order, CallOutcome outcome) {
        // Elsewhere: whoever waits may call the station again at once, or take his time.
        var _ = order.outcome().completeAsync(() -> outcome, around.workers());
        sendNext();
    }

    /** The connection ended: nothing more is sent, and nobody waits for ever. */
    void close(String why) {
        Order sent;
        List<Order> rest;
        synchronized (waiting) {
            closed = why;
            sent = underWay;
            underWay = null;
            rest = List.copyOf(waiting);
            waiting.clear();
        }
        if (sent != null) {
            end(sent, new CallOutcome.Unanswered(why));
        }
        rest.forEach(order -> end(order, new CallOutcome.Unsent(why)));
    }
}
