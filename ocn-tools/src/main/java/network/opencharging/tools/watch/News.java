package network.opencharging.tools.watch;

/** What is heard of a node that is followed. */
sealed interface News {
    /** Of which node. */
    Watched node();

    /** It passed a message. */
    record Passed(Watched node, Passing message) implements News {}

    /** It is followed from now on, for the first time or again. */
    record Begun(Watched node) implements News {}

    /** It is asked again after a while: until then nothing is heard of it. */
    record Lost(Watched node, String why, long retrySeconds) implements News {}

    /** It passed more than could be told; they stand in its log. */
    record Missed(Watched node, String count) implements News {}
}
