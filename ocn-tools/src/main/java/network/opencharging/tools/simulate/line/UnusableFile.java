package network.opencharging.tools.simulate.line;

/** A file of certificates or keys that cannot be used; the message is half a sentence. */
public final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1L;

    /** Which file. */
    public enum Which {
        /** Whom the station believes. */
        AUTHORITIES,
        /** What it shows. */
        CERTIFICATE,
        /** The key of what it shows. */
        KEY
    }

    private final Which which;

    UnusableFile(Which which, String why) {
        super(why);
        this.which = which;
    }

    UnusableFile(Which which, String why, Throwable cause) {
        super(why, cause);
        this.which = which;
    }

    /** Which file. */
    public Which which() {
        return which;
    }
}
