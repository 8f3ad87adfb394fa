package network.opencharging.tools.proxy;

/** Which way an exchange went. */
enum Side {
    /** Asked of the system that --to names. */
    THERE("->"),
    /** Asked by that system of the one that --back-to names. */
    BACK("<-");

    private final String arrow;

    Side(String arrow) {
        this.arrow = arrow;
    }

    String arrow() {
        return arrow;
    }

    String arrowOf(boolean answer) {
        return answer == (this == THERE) ? "<-" : "->";
    }
}
