package network.opencharging.cpo.config;

import network.opencharging.cpo.ocpp.door.StormGate;
import network.opencharging.cpo.ocpp.station.Connections;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/**
 * Ends the connections of all stations in order: in the first phase of a stop, before the server
 * that carries them.
 */
final class Farewell implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StormGate gate;
    private final Connections connections;
    private volatile boolean running;

    Farewell(StormGate gate, Connections connections) {
        this.gate = gate;
        this.connections = connections;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        gate.shut();
        if (!connections.retire(PATIENCE)) {
            LOG.warn("{} stations did not take note of the end", connections.count());
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
