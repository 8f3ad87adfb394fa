package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Metered;

import java.util.List;

/** What meters said, kept as they said it. */
public interface MeterBook {

    /** Keeps values; returns when they are safe. */
    void add(Metered metered);

    /** The values of a transaction in the order of their time. */
    List<Metered> of(String station, String transaction);
}
