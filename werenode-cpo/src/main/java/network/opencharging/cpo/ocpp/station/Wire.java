package network.opencharging.cpo.ocpp.station;

/** The way to a station, whatever carries it. */
public interface Wire {

    /**
     * Sends a text.
     *
     * @return false when it is closed, or was closed because the station reads too slowly
     */
    boolean send(String text);

    /**
     * Asks for a sign of life.
     *
     * @return false when it is closed
     */
    boolean ping();

    /**
     * Closes it; again does nothing.
     *
     * @param code of the websocket protocol (RFC 6455 §7.4)
     * @param reason at most 100 letters
     */
    void close(int code, String reason);
}
