package network.opencharging.cpo.ocpp.door;

/** Whether somebody comes in. */
public sealed interface Entry {

    /** He does. */
    record Welcome() implements Entry {}

    /**
     * He does not.
     *
     * @param status of HTTP
     * @param why for the log; the caller learns no more than the status
     */
    record Turned(int status, String why) implements Entry {}
}
