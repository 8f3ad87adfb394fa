package network.opencharging.cpo.trial;

/** What delivers energy, and outlives the backend. It delivers 1,600 Wh. */
interface Device extends AutoCloseable {

    /** Comes again when it is cut off; whether it is connected. */
    boolean isThere();

    /** Whether it has delivered, and said everything. */
    boolean isDone();

    @Override
    void close();
}
