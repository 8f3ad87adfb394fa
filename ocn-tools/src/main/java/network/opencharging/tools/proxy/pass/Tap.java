package network.opencharging.tools.proxy.pass;

/** Is told what passes; called in the thread of the connection, after the answer is out. */
public interface Tap {
    /** An exchange has passed. */
    void passed(Passed passed);

    /**
     * Something that is no exchange went wrong on the way.
     *
     * @param what as a sentence
     */
    void broken(String what);
}
