package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.message.ConnectorState;
import network.opencharging.cpo.ocpp.message.EvseKey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The core profile of 1.6 over real sockets, as a station sees it. */
class Core16Test {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String BOOT =
            "{'chargePointVendor':'Test','chargePointModel':'One','firmwareVersion':'1.2'}";

    @TempDir private static Path folder;
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
        cpo.knowsToken("FRIEND");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static RawStation station() {
        String id = "CORE-" + NUMBERS.incrementAndGet();
        cpo.knowsWorking(id);
        return RawStation.connect(cpo, id, "ocpp1.6");
    }

    private static String last() {
        return "CORE-" + NUMBERS.get();
    }

    @Test
    void aStationStarts() {
        cpo.knows("FRESH");
        try (RawStation station = RawStation.connect(cpo, "FRESH", "ocpp1.6")) {
            JsonNode answer = station.asks("BootNotification", BOOT);
            assertThat(answer.path("status").asString()).isEqualTo("Accepted");
            assertThat(answer.path("interval").asInt()).isBetween(270, 330);
            assertThat(Instant.parse(answer.path("currentTime").asString()))
                    .isAfter(Instant.parse("2024-01-01T00:00:00Z"));
            assertThat(cpo.books().stations().find("FRESH").orElseThrow().boot().orElseThrow())
                    .hasToString("Boot[vendor=Test, model=One, serial=, firmware=1.2, reason=]");
        }
    }

    @Test
    void nothingIsSaidBeforeTheStart() {
        cpo.knows("EAGER");
        try (RawStation station = RawStation.connect(cpo, "EAGER", "ocpp1.6")) {
            assertThat(station.isRefused("Heartbeat", "{}")).isEqualTo("SecurityError");
            station.asks("BootNotification", BOOT);
            assertThat(station.asks("Heartbeat", "{}").path("currentTime").asString())
                    .endsWith("Z");
        }
    }

    @Test
    void aStateIsKept() {
        try (RawStation station = station()) {
            station.asks(
                    "StatusNotification",
                    "{'connectorId':2,'status':'Faulted','errorCode':'GroundFailure',"
                            + "'timestamp':'2026-01-01T10:00:00Z','vendorErrorCode':'E7'}");
            assertThat(cpo.books().connectors().of(last()))
                    .singleElement()
                    .satisfies(status -> {
                        assertThat(status.key()).isEqualTo(new EvseKey(last(), 2, 1));
                        assertThat(status.state()).isEqualTo(ConnectorState.FAULTED);
                        assertThat(status.error()).isEqualTo("GroundFailure");
                        assertThat(status.note()).isEqualTo("E7");
                    });
            assertThat(cpo.events())
                    .contains(
                            new DeviceEvent.Faulted(
                                    new PortId(last(), 2),
                                    Instant.parse("2026-01-01T10:00:00Z"),
                                    "GroundFailure"));
        }
    }

    @Test
    void aTokenIsKnownOrNot() {
        try (RawStation station = station()) {
            assertThat(verdict(station.asks("Authorize", "{'idTag':'friend'}")))
                    .isEqualTo("Accepted");
            assertThat(verdict(station.asks("Authorize", "{'idTag':'STRANGER'}")))
                    .isEqualTo("Invalid");
        }
    }

    private static String verdict(JsonNode answer) {
        return answer.path("idTagInfo").path("status").asString();
    }

    @Test
    void aTransactionBeginsIsMeteredAndEnds() {
        cpo.knowsToken("WHOLE");
        try (RawStation station = station()) {
            JsonNode begun =
                    station.asks(
                            "StartTransaction",
                            "{'connectorId':1,'idTag':'WHOLE','meterStart':1000,"
                                    + "'timestamp':'2026-01-01T10:00:00Z'}");
            int number = begun.path("transactionId").asInt();
            assertThat(number).isPositive();
            assertThat(verdict(begun)).isEqualTo("Accepted");
            station.asks(
                    "MeterValues",
                    ("{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':"
                                    + "'2026-01-01T10:10:00Z','sampledValue':[{'value':'1.5',"
                                    + "'unit':'kWh'},{'value':'230','measurand':'Voltage',"
                                    + "'phase':'L1','unit':'V'}]}]}")
                            .formatted(number));
            station.asks(
                    "StopTransaction",
                    ("{'transactionId':%d,'meterStop':2500,'timestamp':'2026-01-01T10:20:00Z',"
                                    + "'reason':'EVDisconnected'}")
                            .formatted(number));
            String name = String.valueOf(number);
            Transaction kept = cpo.books().transactions().find(last(), name).orElseThrow();
            assertThat(kept.registerStart()).contains(1000L);
            assertThat(kept.end().orElseThrow().register()).contains(2500L);
            assertThat(kept.end().orElseThrow().reason()).isEqualTo("EVDisconnected");
            assertThat(cpo.books().meters().of(last(), name)).hasSize(2);
            assertThat(story(last()))
                    .containsExactly(
                            "EnergyStarted 1.000 kWh",
                            "MeterRead 1.500 kWh",
                            "EnergyStopped 2.500 kWh");
        }
    }

    private static List<String> story(String station) {
        return cpo.events().stream()
                .filter(event -> event.port().device().equals(station))
                .flatMap(event ->
                        switch (event) {
                            case DeviceEvent.EnergyStarted started ->
                                    Stream.of("EnergyStarted " + started.register().orElseThrow());
                            case DeviceEvent.MeterRead read ->
                                    Stream.of("MeterRead " + read.register());
                            case DeviceEvent.EnergyStopped stopped ->
                                    Stream.of("EnergyStopped " + stopped.register().orElseThrow());
                            default -> Stream.empty();
                        })
                .toList();
    }

    @Test
    void dataOfVendorsIsKeptAndNotUnderstood() {
        try (RawStation station = station()) {
            JsonNode answer = station.asks("DataTransfer", "{'vendorId':'com.example','data':'x'}");
            assertThat(answer.path("status").asString()).isEqualTo("UnknownVendorId");
            assertThat(cpo.books().notices().latest(last(), 10)).hasSize(1);
        }
    }

    @Test
    void everythingSurvivesARestart() {
        try (RawStation station = station()) {
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Charging','errorCode':'NoError'}");
        }
        String id = last();
        cpo.close();
        cpo = CpoUnderTest.start(folder);
        assertThat(cpo.books().connectors().of(id))
                .singleElement()
                .satisfies(status -> assertThat(status.state()).isEqualTo(ConnectorState.CHARGING));
        // It need not start again to go on working.
        try (RawStation station = RawStation.connect(cpo, id, "ocpp1.6")) {
            station.asks("Heartbeat", "{}");
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            cpo.events().stream()
                                    .anyMatch(event ->
                                            event instanceof DeviceEvent.Online
                                                    && event.port().equals(new PortId(id, 1))));
        }
    }
}
