package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Status;

import java.util.List;

/** The last state of every connector, kept over restarts. */
public interface ConnectorBook {

    /** Keeps a state; returns when it is safe. */
    void put(Status status);

    /** All connectors of a station. */
    List<Status> of(String station);
}
