package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.ocpp.Frame;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a station says of its own accord: one call after the other, and what must not be lost is
 * kept until somebody is there to hear it.
 */
final class Calls {
    /** After this time nobody answers any more, by real time. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_TRIES = 3;
    private static final int MOST_WAITING = 100_000;

    private final Supplier<String> ids;
    private final Set<Habit> habits;
    private final Deque<Call> first = new ArrayDeque<>();
    private final Deque<Call> rest = new ArrayDeque<>();
    private final Map<String, Call> underWay = new LinkedHashMap<>();
    private Optional<Consumer<Frame.Call>> wire = Optional.empty();
    private boolean accepted;
    private Instant now;

    private static final class Call {
        private final Say say;
        private final Consumer<Outcome> done;
        private final String id;
        private Optional<ObjectNode> payload = Optional.empty();
        private Instant sent = Instant.EPOCH;
        private int tries;

        Call(Say say, Consumer<Outcome> done, String id) {
            this.say = say;
            this.done = done;
            this.id = id;
        }
    }

    /**
     * Nobody is there yet.
     *
     * @param ids of messages
     * @param habits what is done wrong, as it changes
     */
    Calls(Supplier<String> ids, Set<Habit> habits, Instant now) {
        this.ids = ids;
        this.habits = habits;
        this.now = now;
    }

    /** Says something when its turn comes. */
    void ask(Say say, Consumer<Outcome> done) {
        if (say.kind() == Say.Kind.NOW && wire.isEmpty()) {
            done.accept(new Outcome.Unsent());
            return;
        }
        if (rest.size() >= MOST_WAITING) {
            done.accept(new Outcome.Unsent());
            return;
        }
        Call call = new Call(say, done, ids.get());
        (say.kind() == Say.Kind.FIRST ? first : rest).add(call);
        if (say.kind() == Say.Kind.KEPT && habits.contains(Habit.DUPLICATES)) {
            Call again =
                    new Call(
                            new Say(say.kind(), say.action(), () -> payload(call)),
                            _ -> {},
                            habits.contains(Habit.SAME_IDS) ? call.id : ids.get());
            rest.add(again);
        }
        flush();
    }

    private static ObjectNode payload(Call call) {
        if (call.payload.isEmpty()) {
            call.payload = Optional.of(call.say.payload().get());
        }
        return call.payload.get();
    }

    /** Somebody is there to hear it. */
    void connected(Consumer<Frame.Call> newWire) {
        wire = Optional.of(newWire);
        accepted = false;
    }

    /** Everything may be said from now on. */
    void accepted() {
        accepted = true;
        flush();
    }

    /** Nobody is there any more: what must not be lost is said again later. */
    void disconnected() {
        wire = Optional.empty();
        accepted = false;
        Deque<Call> broken = new ArrayDeque<>(underWay.values());
        underWay.clear();
        broken.reversed().stream()
                .filter(call -> call.say.kind() == Say.Kind.KEPT)
                .forEach(rest::addFirst);
        broken.addAll(first);
        first.clear();
        broken.addAll(rest);
        rest.removeIf(call -> call.say.kind() == Say.Kind.NOW);
        broken.stream()
                .filter(call -> call.say.kind() != Say.Kind.KEPT)
                .forEach(call -> call.done.accept(new Outcome.Unsent()));
    }

    private void flush() {
        while (wire.isPresent() && (underWay.isEmpty() || habits.contains(Habit.HASTY))) {
            Call next = first.isEmpty() && accepted ? rest.poll() : first.poll();
            if (next == null) {
                return;
            }
            next.sent = now;
            next.tries++;
            underWay.put(next.id, next);
            wire.get().accept(new Frame.Call(next.id, next.say.action(), payload(next)));
        }
    }

    /** The action that an answer belongs to; empty when it belongs to none. */
    Optional<String> action(String id) {
        return Optional.ofNullable(underWay.get(id)).map(call -> call.say.action());
    }

    /** An answer came. */
    void answered(String id, Outcome outcome) {
        Call call = underWay.remove(id);
        if (call != null) {
            call.done.accept(outcome);
        }
        flush();
    }

    /** It is so late now; who is waited for too long is waited for no more. */
    void reach(Instant time) {
        now = time;
        for (Call call : underWay.values().toArray(Call[]::new)) {
            if (Duration.between(call.sent, now).compareTo(PATIENCE) > 0) {
                underWay.remove(call.id);
                late(call);
            }
        }
        flush();
    }

    private void late(Call call) {
        if (call.say.kind() == Say.Kind.KEPT && call.tries < MOST_TRIES) {
            rest.addFirst(call);
        } else {
            call.done.accept(new Outcome.Unanswered());
        }
    }

    /** How many are still to be said or answered. */
    int waiting() {
        return first.size() + rest.size() + underWay.size();
    }
}
