package network.opencharging.node.message;

import java.util.Optional;

/**
 * First stage: it came in.
 *
 * @param arrival through which door
 * @param message what it says
 * @param trace the trace that it came with, or was given here; empty where nobody traces
 * @param space memory for its answer
 */
public record Received(Arrival arrival, Message message, Optional<Trace> trace, Space space) {
    /** Without a trace. */
    public Received(Arrival arrival, Message message) {
        this(arrival, message, Optional.empty(), Space.ENDLESS);
    }

    /** The same in this trace. */
    public Received in(Trace other) {
        return new Received(arrival, message, Optional.of(other), space);
    }

    /** The same with this memory for its answer. */
    public Received with(Space other) {
        return new Received(arrival, message, trace, other);
    }
}
