package network.opencharging.benchmarks.load;

/** Through what a message goes. */
public enum Way {
    /** The reverse proxy. */
    PROXY("reverse proxy"),
    /** One node: sender and receiver are connected to it. */
    ONE_NODE("one node"),
    /** Two nodes. */
    TWO_NODES("two nodes");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
