package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.seam.Pace;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.line.Door;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.meter.MeterSeal;
import network.opencharging.tools.simulate.ocpp.OcppVersion;
import network.opencharging.tools.simulate.station.Dialect;
import network.opencharging.tools.simulate.station.EvseState;
import network.opencharging.tools.simulate.station.Look;
import network.opencharging.tools.simulate.station.Setting;
import network.opencharging.tools.simulate.station.SimulatedStation;
import network.opencharging.tools.simulate.station.Token;
import network.opencharging.tools.simulate.v16.Dialect16;
import network.opencharging.tools.simulate.v201.Dialect201;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Simulated stations at a backend, and what became of them there. */
public final class StationYard {
    /** The card that may charge, and that every station is shown. */
    public static final String CARD = "04AABBCCDDEE80";

    private static final BigDecimal FAST = BigDecimal.valueOf(60);

    private final CpoProcess cpo;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** At that backend. */
    public StationYard(CpoProcess cpo) {
        this.cpo = cpo;
        cpo.does("PUT", "/id-tokens/" + CARD, "{'status':'ACCEPTED'}");
    }

    /** What stations had against the backend. */
    public List<String> complaints() {
        return complaints;
    }

    /** One that is written down, connected and accepted; a minute is a second for it. */
    public SimulatedStation station(String name, OcppVersion version, Optional<MeterSeal> seal)
            throws Exception {
        cpo.does("PUT", "/stations/" + name, "{'password':'a password of its own'}");
        Dialect dialect = version == OcppVersion.V16 ? new Dialect16() : new Dialect201(seal);
        Seams seams = Seams.real();
        SimulatedStation station =
                SimulatedStation.start(
                        new Setting(
                                name,
                                2,
                                Curve.steady(11_000),
                                Token.card(CARD),
                                true,
                                seal,
                                Duration.ZERO),
                        dialect,
                        new Door(
                                URI.create(cpo.stations() + "/" + name),
                                version.subprotocol(),
                                name,
                                Optional.of("a password of its own"),
                                Optional.empty()),
                        new SimulatedStation.Seams(
                                new Pace(seams.clock(), seams.clock().instant(), FAST),
                                seams.clock(),
                                seams.ids(),
                                told::add,
                                complaints::add));
        assertThat(station.await(Look::accepted, Network.PATIENCE)).as("%s", told).isTrue();
        return station;
    }

    /** Its first EVSE is so, soon. */
    public void becomes(SimulatedStation station, EvseState state) throws InterruptedException {
        assertThat(station.await(is(state), Network.PATIENCE)).as("%s", told).isTrue();
    }

    /** Somebody comes with a card, and energy flows. */
    public void beginsToCharge(SimulatedStation station) throws InterruptedException {
        station.plugIn(1);
        station.swipe(1, Optional.empty());
        becomes(station, EvseState.CHARGING);
    }

    private static Predicate<Look> is(EvseState state) {
        return look -> look.state(1).filter(state::equals).isPresent();
    }

    /** Nothing waits to be told. */
    public void everythingIsTold(SimulatedStation station) throws InterruptedException {
        assertThat(station.await(look -> look.accepted() && look.waiting() == 0, Network.PATIENCE))
                .as("%s", told)
                .isTrue();
    }

    /** Its transactions, the newest first. */
    public List<JsonNode> transactions(String name) {
        return cpo.lists("/transactions?stationId=" + name);
    }

    /** The one that has ended, once it has. */
    public JsonNode ended(String name) {
        await().atMost(Network.PATIENCE)
                .until(() ->
                        transactions(name).stream()
                                .anyMatch(one -> !one.path("active").asBoolean(true)));
        return transactions(name).getFirst();
    }

    /** Wh by the registers. */
    public static long energy(JsonNode transaction) {
        return transaction.path("registerStop").asLong()
                - transaction.path("registerStart").asLong();
    }

    /** Byte for byte as the backend keeps them with the transaction. */
    public List<String> documents(String station) {
        String transaction = transactions(station).getFirst().path("ocppId").asString();
        return cpo.does("GET", "/stations/%s/transactions/%s".formatted(station, transaction), "")
                .path("samples")
                .valueStream()
                .filter(sample -> sample.path("signed").asBoolean(false))
                .map(sample -> sample.path("value").asString())
                .map(StationYard::plain)
                .toList();
    }

    private static String plain(String document) {
        return document.startsWith("OCMF|")
                ? document
                : new String(Base64.getDecoder().decode(document), StandardCharsets.UTF_8);
    }
}
