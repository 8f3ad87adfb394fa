package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.message.Status;

import java.util.Collection;
import java.util.List;

/** The last state of every connector, kept over restarts. */
public interface ConnectorBook {

    /** Keeps a state; returns when it is safe. */
    void put(Status status);

    /** All connectors of a station. */
    List<Status> of(String station);

    /** The ports of these stations, by what their connectors ever told; asked for at once. */
    List<PortId> ports(Collection<String> stations);
}
