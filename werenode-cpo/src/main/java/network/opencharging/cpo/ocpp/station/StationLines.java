package network.opencharging.cpo.ocpp.station;

import java.util.Optional;

/** The way to each station that is connected anywhere. */
@FunctionalInterface
public interface StationLines {

    /** The line of a station; empty when it is not connected. */
    Optional<StationLine> find(String station);
}
