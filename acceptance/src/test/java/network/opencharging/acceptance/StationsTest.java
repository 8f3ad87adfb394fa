package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.CpoProcess;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.StationYard;
import network.opencharging.acceptance.dsl.Terminal;
import network.opencharging.bridge.metering.EvidenceCheck;
import network.opencharging.bridge.metering.Finding;
import network.opencharging.bridge.metering.MeterKey;
import network.opencharging.bridge.metering.OcmfCurve;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.tools.Tools;
import network.opencharging.tools.simulate.meter.MeterSeal;
import network.opencharging.tools.simulate.ocpp.OcppVersion;
import network.opencharging.tools.simulate.station.EvseState;
import network.opencharging.tools.simulate.station.Habit;
import network.opencharging.tools.simulate.station.SimulatedStation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulated stations at a real backend: two programs that share nothing but OCPP. */
class StationsTest {
    private static CpoProcess cpo;

    private StationYard yard;

    @BeforeAll
    static void start() throws IOException {
        cpo = new CpoProcess();
    }

    @BeforeEach
    void aYard() {
        yard = new StationYard(cpo);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    /** The backend keeps to its protocol, whatever a station does: nothing is complained of. */
    @AfterEach
    void nothingIsComplainedOf() {
        assertThat(yard.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCardBeginsAndEnds(OcppVersion version) throws Exception {
        String name = "CARD-" + version;
        try (SimulatedStation station = yard.station(name, version, Optional.empty())) {
            yard.beginsToCharge(station);
            station.pause(Duration.ofMinutes(6));
            station.swipe(1, Optional.empty());
            yard.becomes(station, EvseState.FINISHING);
            JsonNode transaction = yard.ended(name);
            assertThat(StationYard.energy(transaction))
                    .as("11 kW for 6 minutes")
                    .isBetween(1_050L, 1_500L);
            assertThat(transaction.path("reason").asString()).isEqualTo("Local");
            station.unplug(1);
            yard.becomes(station, EvseState.AVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorBeginsAndEnds(OcppVersion version) throws Exception {
        String name = "ORDER-" + version;
        try (SimulatedStation station = yard.station(name, version, Optional.empty())) {
            assertThat(
                            cpo.does(
                                            "POST",
                                            "/ports/%s/1/start".formatted(name),
                                            "{'session':'S-%s','token':'%s'}"
                                                    .formatted(name, StationYard.CARD))
                                    .path("outcome")
                                    .asString())
                    .isEqualTo("DONE");
            yard.becomes(station, EvseState.CHARGING);
            await().atMost(Network.PATIENCE)
                    .until(() ->
                            yard.transactions(name).stream()
                                    .anyMatch(one -> one.path("active").asBoolean(false)));
            yard.everythingIsTold(station);
            assertThat(
                            cpo.does(
                                            "POST",
                                            "/ports/%s/1/stop".formatted(name),
                                            "{'session':'S-%s'}".formatted(name))
                                    .path("outcome")
                                    .asString())
                    .isEqualTo("DONE");
            assertThat(yard.ended(name).path("reason").asString()).isEqualTo("Remote");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHappensOfflineIsToldLaterInItsOrder(OcppVersion version) throws Exception {
        String name = "OFFLINE-" + version;
        try (SimulatedStation station = yard.station(name, version, Optional.empty())) {
            station.goOffline();
            yard.beginsToCharge(station);
            station.pause(Duration.ofMinutes(6));
            station.unplug(1);
            assertThat(yard.transactions(name)).isEmpty();
            assertThat(station.look().waiting()).isGreaterThan(5);
            station.goOnline();
            yard.everythingIsTold(station);
            JsonNode transaction = yard.ended(name);
            assertThat(StationYard.energy(transaction)).isBetween(1_050L, 1_500L);
            assertThat(transaction.path("reason").asString()).isEqualTo("EVDisconnected");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidTwiceCountsOnce(OcppVersion version) throws Exception {
        String name = "TWICE-" + version;
        try (SimulatedStation station = yard.station(name, version, Optional.empty())) {
            station.behave(Habit.DUPLICATES, true);
            yard.beginsToCharge(station);
            station.pause(Duration.ofMinutes(3));
            station.swipe(1, Optional.empty());
            yard.everythingIsTold(station);
            assertThat(StationYard.energy(yard.ended(name))).isBetween(500L, 900L);
            assertThat(yard.transactions(name)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoLosesPowerEndsItAfterwards(OcppVersion version) throws Exception {
        String name = "DARK-" + version;
        try (SimulatedStation station = yard.station(name, version, Optional.empty())) {
            yard.beginsToCharge(station);
            yard.everythingIsTold(station);
            station.losePower(Duration.ofMinutes(2));
            assertThat(yard.ended(name).path("reason").asString()).isEqualTo("PowerLoss");
            yard.everythingIsTold(station);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatItsMeterSignedIsTrue(OcppVersion version) throws Exception {
        String name = "SIGNS-" + version;
        MeterSeal seal = new MeterSeal(OcmfCurve.SECP256R1, name, "M-" + name);
        try (SimulatedStation station = yard.station(name, version, Optional.of(seal))) {
            yard.beginsToCharge(station);
            station.pause(Duration.ofMinutes(3));
            station.swipe(1, Optional.empty());
            yard.everythingIsTold(station);
            yard.ended(name);
        }
        EvidenceCheck check =
                new EvidenceCheck(
                        serial ->
                                serial.equals("M-" + name)
                                        ? List.of(
                                                new MeterKey(
                                                        seal.publicKey(),
                                                        Instant.EPOCH,
                                                        Optional.empty()))
                                        : List.of(),
                        new Watts(22_000));
        List<String> documents = yard.documents(name);
        assertThat(documents).hasSizeGreaterThanOrEqualTo(2);
        assertThat(documents)
                .allSatisfy(document ->
                        assertThat(check.judge(document, Optional.empty()).finding())
                                .as(document)
                                .isEqualTo(Finding.VALID));
        assertThat(
                        check.judge(
                                        documents.getLast().replace("\"RV\":1.", "\"RV\":2."),
                                        Optional.empty())
                                .finding())
                .isEqualTo(Finding.BAD_SIGNATURE);
    }

    /** In a terminal, with keys. */
    @Test
    void somebodyPlaysAStation() throws Exception {
        String name = "KEYS";
        cpo.does("PUT", "/stations/" + name, "{'password':'a password of its own'}");
        try (Terminal terminal =
                Terminal.start(
                        Map.of("OCN_STATION_PASSWORD", "a password of its own"),
                        "tools",
                        "simulate",
                        "station",
                        "--url",
                        cpo.stations().toString(),
                        "--id",
                        name,
                        "--speed",
                        "60")) {
            terminal.awaitScreen("accepted");
            terminal.awaitScreen("q end   p hold   e next EVSE   i plug in   u unplug   s swipe");
            terminal.awaitScreen("x power loss");
            terminal.press('i');
            terminal.press('s');
            await("it charges")
                    .atMost(Network.PATIENCE)
                    .until(() ->
                            yard.transactions(name).stream()
                                    .anyMatch(one -> one.path("active").asBoolean(false)));
            terminal.press('u');
            assertThat(yard.ended(name).path("reason").asString()).isEqualTo("EVDisconnected");
            terminal.press('q');

            assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
        }
    }

    /** As the help has it, but for the port, which somebody else may have. */
    @Test
    void theExampleOfTheHelpWorks() {
        cpo.does("PUT", "/stations/CS-1", "{'password':'a password of its own'}");
        StringWriter out = new StringWriter();
        CommandLine tools =
                Tools.commandLine(Map.of("OCN_STATION_PASSWORD", "a password of its own"));
        tools.setOut(new PrintWriter(out, true));
        String example =
                Examples.of(tools, "simulate", "station")
                        .replace("ws://127.0.0.1:8280/ocpp", cpo.stations().toString());

        assertThat(tools.execute(example.split(" "))).as(out.toString()).isZero();

        assertThat(StationYard.energy(yard.ended("CS-1")))
                .as("20 minutes")
                .isBetween(3_600L, 4_500L);
        assertThat(out.toString()).contains("the script is done");
    }
}
