package network.opencharging.node.message;

/**
 * Carries a {@link Refusal} from a step straight to the room {@code relay}, the only one that
 * catches it. It is no error and has no stack trace.
 */
public final class Refused extends RuntimeException {
    private final transient Refusal refusal;

    /** Refuses for this reason. */
    public Refused(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** The reason. */
    public Refusal refusal() {
        return refusal;
    }
}
