package network.opencharging.tools.simulate.line;

/** Who hears what comes over a line; called by the line's own threads. */
public interface Ears {
    /** A whole text. */
    void heard(String text);

    /**
     * The line is no more, and nothing else comes.
     *
     * @param why for people
     */
    void ended(String why);
}
