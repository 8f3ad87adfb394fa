package network.opencharging.benchmarks.stations;

/** How one version of the protocol says it. */
interface Words {

    /** Its name when a connection is made. */
    String subprotocol();

    /** The action and the payload of a call, as they stand in its frame. */
    String call(Kind kind, Facts facts);

    /** Whether a message of that kind has the register among its values. */
    boolean meters(Kind kind);

    /** What follows in a transaction upon what was said; START where nothing was. */
    Kind after(Facts facts);

    /**
     * The name of the transaction that begins.
     *
     * @param own what the station would call it
     * @param answer to its start; empty before that
     */
    String transaction(String own, String answer);
}
