package network.opencharging.tools.ocpi.register;

import network.opencharging.protocol.message.OcpiStatus;

/** The other platform cannot be registered with, for a reason that OCPI has a number for. */
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    Unusable(OcpiStatus status, String message) {
        super(message);
        this.code = status.code();
        this.reason = message;
    }

    /** What is wrong, for people. */
    public String reason() {
        return reason;
    }

    /** 3001, 3002 or 3003 (OCPI 2.2.1 §5.3). */
    public OcpiStatus status() {
        return new OcpiStatus(code);
    }
}
