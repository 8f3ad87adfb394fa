package network.opencharging.node.links;

/** What a sealed link stands for. The number is part of the sealed text and never changes. */
public enum LinkKind {
    /** The next page of a list ({@code Link: <..>; rel="next"}). */
    PAGE(1),
    /** A CDR that was posted ({@code Location}). */
    LOCATION(2),
    /** Where the result of a command or charging profile request is to be posted. */
    CALLBACK(3);

    private final int number;

    LinkKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
