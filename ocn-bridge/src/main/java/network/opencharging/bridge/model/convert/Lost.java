package network.opencharging.bridge.model.convert;

/** Leaves the depths of a conversion when something would be lost; never leaves the room. */
final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    Lost(String path, String reason) {
        super(path + ": " + reason, null, false, false);
        this.path = path;
        this.reason = reason;
    }

    Converted.Refused refusal() {
        return new Converted.Refused(path, reason);
    }
}
