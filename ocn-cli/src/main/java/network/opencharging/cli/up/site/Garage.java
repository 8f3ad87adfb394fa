package network.opencharging.cli.up.site;

import network.opencharging.tools.local.BackendPlan;
import network.opencharging.tools.local.BackendProcess;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.line.Door;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.plug.Family;
import network.opencharging.tools.simulate.plug.Radio;
import network.opencharging.tools.simulate.plug.SimulatedPlug;
import network.opencharging.tools.simulate.station.Look;
import network.opencharging.tools.simulate.station.Setting;
import network.opencharging.tools.simulate.station.SimulatedStation;
import network.opencharging.tools.simulate.station.Token;
import network.opencharging.tools.simulate.v16.Dialect16;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The CPO's location: a fast charging station that speaks OCPP, and a smart plug that speaks MQTT.
 * Both are simulated; what they say, and to whom, is real.
 */
public final class Garage implements AutoCloseable {
    private static final String LOCATION = "GARAGE";

    /** The fast one: somebody who looks on does not want to wait. */
    public static final Outlet STATION =
            new Outlet(
                    "CS-1", "station, OCPP 1.6, 350 kW", LOCATION, "E1", new BigDecimal("0.500"));

    /** The slow one. */
    public static final Outlet PLUG =
            new Outlet("plug-1", "plug, MQTT, 3.6 kW", LOCATION, "E2", new BigDecimal("0.004"));

    private static final Curve FAST = Curve.steady(350_000);
    private static final Curve SLOW = Curve.steady(3_600);
    private static final Duration TELLS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BackendProcess backend;
    private final Papers papers;
    private final SimulatedStation station;
    private final SimulatedPlug plug;

    private Garage(
            BackendProcess backend, Papers papers, SimulatedStation station, SimulatedPlug plug) {
        this.backend = backend;
        this.papers = papers;
        this.station = station;
        this.plug = plug;
    }

    /**
     * Writes everything down at the backend and connects the devices.
     *
     * @throws IOException when the backend refuses something, or a device cannot connect
     */
    public static Garage open(BackendProcess backend, Seams seams) throws IOException {
        Papers papers = new Papers(backend.admin());
        papers.tariffs();
        String password = seams.tokens().get();
        papers.station(STATION.device(), password);
        String plugs = papers.plug(PLUG.device());
        papers.location(LOCATION, STATION.device(), PLUG.device());
        SimulatedStation station = station(backend.plan(), password, seams);
        try {
            return new Garage(backend, papers, station, plug(backend.plan(), plugs, seams));
        } catch (IOException | RuntimeException e) {
            station.close();
            throw e;
        }
    }

    private static SimulatedStation station(BackendPlan backend, String password, Seams seams)
            throws IOException {
        Diary diary = new Diary(log(backend, STATION), seams.clock());
        Dialect16 dialect = new Dialect16();
        return SimulatedStation.start(
                new Setting(
                        STATION.device(),
                        1,
                        FAST,
                        Token.card("04AABBCCDDEE80"),
                        true,
                        Optional.empty(),
                        Duration.ZERO),
                dialect,
                new Door(
                        backend.station(STATION.device()),
                        dialect.version().subprotocol(),
                        STATION.device(),
                        Optional.of(password),
                        Optional.empty()),
                new SimulatedStation.Seams(
                        seams.clock(), seams.clock(), seams.ids(), diary, diary));
    }

    private static SimulatedPlug plug(BackendPlan backend, String password, Seams seams)
            throws IOException {
        SimulatedPlug plug =
                new SimulatedPlug(
                        new SimulatedPlug.Setting(
                                Family.SHELLY_2,
                                PLUG.device(),
                                TELLS,
                                Optional.empty(),
                                seams.clock()),
                        new Radio(backend.broker(), PLUG.device(), password),
                        new Diary(log(backend, PLUG), seams.clock()));
        plug.draw(SLOW);
        return plug;
    }

    private static Path log(BackendPlan backend, Outlet outlet) {
        return backend.folder().resolve(outlet.device() + ".log");
    }

    /**
     * Waits until somebody may charge at both.
     *
     * @throws IOException when the station is not taken
     * @throws network.opencharging.tools.terminal.Failure when one is not AVAILABLE in time
     */
    public void awaitAvailable() throws IOException, InterruptedException {
        if (!station.await(Look::accepted, PATIENCE)) {
            throw new IOException(
                    "the backend has not accepted %s in %d s; its log is %s"
                            .formatted(
                                    STATION.device(),
                                    PATIENCE.toSeconds(),
                                    log(backend.plan(), STATION)));
        }
        papers.metersEverySecond(STATION.device());
        backend.app()
                .await(
                        "does not find %s and %s AVAILABLE"
                                .formatted(STATION.device(), PLUG.device()),
                        () -> papers.isAvailable(LOCATION),
                        PATIENCE);
    }

    /** Where one can charge. */
    public List<Outlet> outlets() {
        return List.of(STATION, PLUG);
    }

    @Override
    public void close() {
        plug.close();
        station.close();
    }
}
