package network.opencharging.benchmarks.charging;

/** What an eMSP is to know. */
public enum What {
    /** How an EVSE is. */
    EVSE("the status of an EVSE"),
    /** That a session has begun, or has ended. */
    SESSION("the status of a session"),
    /** The CDR of a session. */
    CDR("a CDR");

    private final String words;

    What(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
