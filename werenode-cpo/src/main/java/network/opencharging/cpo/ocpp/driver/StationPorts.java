package network.opencharging.cpo.ocpp.driver;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.Orders;
import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.PortWords;
import network.opencharging.cpo.ocpp.station.StationLines;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** All ports of all stations that somebody wrote down. */
public final class StationPorts implements ChargePorts {
    private final Books books;
    private final Roll roll;
    private final StationLines lines;
    private final Orders orders;
    private final Map<OcppVersion, PortWords> words;
    private final Duration patience;

    /**
     * @param patience how long a station may take for an answer
     */
    public StationPorts(
            Books books,
            Roll roll,
            StationLines lines,
            Orders orders,
            Map<OcppVersion, PortWords> words,
            Duration patience) {
        this.books = books;
        this.roll = roll;
        this.lines = lines;
        this.orders = orders;
        this.words = Map.copyOf(words);
        this.patience = patience;
    }

    @Override
    public Optional<ChargePort> find(PortId id) {
        return roll.find(id.device())
                .map(_ -> new StationPort(id, books, lines, orders, words, patience));
    }
}
