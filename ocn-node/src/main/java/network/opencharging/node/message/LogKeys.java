package network.opencharging.node.message;

/** The keys of the logging context, the same in every line of every room. */
public final class LogKeys {
    /** {@code X-Correlation-ID}: leads through the logs of all nodes on the way. */
    public static final String CORRELATION = "correlation";

    /** {@code X-Request-ID} of the hop that came in. */
    public static final String REQUEST = "request";

    /** The party that sends, once proved; before, nothing. */
    public static final String SENDER = "sender";

    /** The party it is for. */
    public static final String RECEIVER = "receiver";

    private LogKeys() {}
}
