package network.opencharging.protocol.pack;

/** What came out of unpacking. */
public sealed interface Unpacking {

    /**
     * The content.
     *
     * @param content what was packed
     * @param packing how
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, handed on once
    record Unpacked(byte[] content, Packing packing) implements Unpacking {}

    /**
     * There is no content in it.
     *
     * @param why what is wrong
     */
    record Unreadable(String why) implements Unpacking {}
}
