package network.opencharging.bridge.config;

/** A setting that the bridge cannot start with; the message says which, and what is wanted. */
final class UnusableSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnusableSetting(String message) {
        super(message);
    }

    UnusableSetting(String message, Exception cause) {
        super(message, cause);
    }
}
