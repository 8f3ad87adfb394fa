package network.opencharging.cpo.admin;

import java.io.Serial;

/** What was asked for cannot be done; caught where answers are written. */
final class Wrong extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status of HTTP
     * @param why names the field, and says what to do
     */
    Wrong(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }
}
