package network.opencharging.tools.terminal;

/**
 * A command cannot do what it was asked. The message is one sentence for the person at the terminal
 * that says what to do; the exit code tells a script which kind of trouble it is.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was asked for was tried and did not succeed. */
    public static final int FAILED = 1;

    /** The arguments or the input cannot be used. */
    public static final int USAGE = 2;

    /** Something around the command is missing or in the way: a program, a port, a build. */
    public static final int ENVIRONMENT = 3;

    /** Something was begun and is not finished; the message says how to go on. */
    public static final int PENDING = 4;

    private final int exitCode;

    private Failure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What was asked for was tried and did not succeed. */
    public static Failure failed(String message) {
        return new Failure(FAILED, message);
    }

    /** What was asked for was tried and did not succeed, because of {@code cause}. */
    public static Failure failed(String message, Throwable cause) {
        return new Failure(FAILED, message, cause);
    }

    /** The arguments or the input cannot be used. */
    public static Failure usage(String message) {
        return new Failure(USAGE, message);
    }

    /** Something around the command is missing or in the way. */
    public static Failure environment(String message) {
        return new Failure(ENVIRONMENT, message);
    }

    /** Something was begun and is not finished; the message says how to go on. */
    public static Failure pending(String message) {
        return new Failure(PENDING, message);
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
