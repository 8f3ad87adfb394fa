package network.opencharging.cpo.ocpp.station;

import java.time.Instant;

/** Every message of every station, for whoever must find out what happened. */
@FunctionalInterface
public interface MessageLog {

    /** Takes one; must never wait. */
    void keep(Entry entry);

    /**
     * One message.
     *
     * @param fromStation its direction
     * @param action what it is about; empty when that cannot be told
     * @param messageId empty when that cannot be told
     * @param text the whole frame
     */
    record Entry(
            Instant at,
            String station,
            boolean fromStation,
            String action,
            String messageId,
            String text) {}
}
