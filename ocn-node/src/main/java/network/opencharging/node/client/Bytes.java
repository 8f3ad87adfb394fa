package network.opencharging.node.client;

import io.netty.buffer.ByteBuf;

import java.util.Arrays;

/** Bytes that come in parts, up to a limit; memory is taken for what has come, not for promises. */
final class Bytes {
    private static final int TRUSTED = 128 * 1024;
    private static final byte[] NOTHING = {};

    private final long most;
    private byte[] bytes;
    private int size;

    private Bytes(byte[] bytes, long most) {
        this.bytes = bytes;
        this.most = most;
    }

    static Bytes none() {
        return new Bytes(NOTHING, 0);
    }

    /**
     * So many are announced.
     *
     * @param length -1 when nobody said
     * @param most how many are taken
     */
    static Bytes expecting(long length, long most) {
        long room = Math.min(Math.max(length, 0), Math.min(TRUSTED, most));
        return new Bytes(room == 0 ? NOTHING : new byte[(int) room], most);
    }

    /** Takes a part; false when that would be too much. */
    boolean add(ByteBuf part) {
        int more = part.readableBytes();
        if (size + (long) more > most) {
            return false;
        }
        if (size + more > bytes.length) {
            long room = Math.min(most, Math.max(size + (long) more, bytes.length * 2L));
            bytes = Arrays.copyOf(bytes, (int) Math.min(room, Integer.MAX_VALUE - 8));
        }
        part.readBytes(bytes, size, more);
        size += more;
        return true;
    }

    byte[] whole() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
