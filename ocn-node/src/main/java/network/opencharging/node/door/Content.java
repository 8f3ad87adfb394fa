package network.opencharging.node.door;

import io.netty.buffer.ByteBuf;

import network.opencharging.protocol.message.Body;

import java.util.Arrays;

/** A body as it comes in: memory is taken for what has come, never for what is announced. */
final class Content {
    private static final byte[] NOTHING = {};

    private final Capacity capacity;
    private final DoorLimits limits;
    private byte[] bytes = NOTHING;
    private int size;
    private long seen;
    private State state = State.GOOD;

    /** Whether it can be taken. */
    enum State {
        /** It can, so far. */
        GOOD,
        /** It is larger than a body may be. */
        TOO_LARGE,
        /** The node has no memory left for it. */
        NO_ROOM
    }

    Content(Capacity capacity, DoorLimits limits) {
        this.capacity = capacity;
        this.limits = limits;
    }

    /** Takes a part, or throws it away where the whole cannot be taken. */
    void add(ByteBuf part) {
        int more = part.readableBytes();
        seen += more;
        if (state != State.GOOD) {
            return;
        }
        if (size + (long) more > limits.bodyBytes()) {
            refuse(State.TOO_LARGE);
            return;
        }
        int room = size + more <= bytes.length ? 0 : grown(more) - bytes.length;
        if (room > 0 && !capacity.reserve(room)) {
            refuse(State.NO_ROOM);
            return;
        }
        if (room > 0) {
            bytes = Arrays.copyOf(bytes, bytes.length + room);
        }
        part.readBytes(bytes, size, more);
        size += more;
    }

    private int grown(int more) {
        return size == 0 ? more : Math.min(limits.bodyBytes(), Math.max(size + more, 2 * size));
    }

    /** It is known already that it cannot be taken. */
    void refuse(State why) {
        release();
        state = why;
    }

    State state() {
        return state;
    }

    /** Whether its sender has sent so much for nothing that nobody reads on. */
    boolean isEndless() {
        return state != State.GOOD && seen > limits.drainBytes();
    }

    Body body() {
        return state == State.GOOD
                ? Body.of(size == bytes.length ? bytes : Arrays.copyOf(bytes, size))
                : Body.EMPTY;
    }

    /** Gives the memory back. */
    void release() {
        capacity.free(bytes.length);
        bytes = NOTHING;
        size = 0;
    }
}
