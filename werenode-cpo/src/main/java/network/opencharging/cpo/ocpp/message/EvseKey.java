package network.opencharging.cpo.ocpp.message;

/**
 * A connector of a station. Version 1.6 knows only connectors, each of which is an EVSE of its own
 * here.
 *
 * @param station the identity under which it connects
 * @param evse from 1; 0 means the station as a whole
 * @param connector from 1; 0 means the EVSE as a whole
 */
public record EvseKey(String station, int evse, int connector) {

    /** The connector that 1.6 gives that number. */
    public static EvseKey numbered(String station, int number) {
        return new EvseKey(station, number, number == 0 ? 0 : 1);
    }
}
