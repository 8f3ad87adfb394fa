package network.opencharging.protocol.pack;

/** The three forms in which a signature's JSON stands in a header, all of them in Base64. */
public enum Packing {
    /** What the published libraries and the first nodes write and read (starts with {@code G}). */
    BROTLI,
    /** What second-generation nodes write and read (starts with {@code H4sI}). */
    GZIP,
    /** The JSON itself, the form of the oldest documents (starts with {@code eyJ}). */
    PLAIN
}
