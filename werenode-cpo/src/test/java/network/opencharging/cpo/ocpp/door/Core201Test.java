package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.ocpp.central.Transaction;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.station.Connections;
import network.opencharging.cpo.ocpp.station.StationConnection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A day of a station that speaks 2.0.1, or 2.1 where it is the same, over a real socket. */
class Core201Test {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    @TempDir private static Path folder = Path.of("");
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder);
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    private static RawStation station(String protocol) {
        String id = "NEW-" + NUMBERS.incrementAndGet();
        cpo.knowsToken("CARD-" + id);
        return RawStation.working(cpo, id, protocol);
    }

    private static String last() {
        return "NEW-" + NUMBERS.get();
    }

    /** News of the one transaction of that station. */
    private static String news(String step, int seq, String minute, double kiloWattHours) {
        return ("{'eventType':'%s','timestamp':'2026-01-01T10:%s:00Z','triggerReason':'Trigger',"
                        + "'seqNo':%d,'offline':true,'evse':{'id':1,'connectorId':1},'idToken':"
                        + "{'idToken':'CARD-%s','type':'ISO14443'},'transactionInfo':"
                        + "{'transactionId':'TX-%s'%s},'meterValue':[{'timestamp':"
                        + "'2026-01-01T10:%s:00Z','sampledValue':[{'value':%s,'unitOfMeasure':"
                        + "{'unit':'kWh'}}]}]}")
                .formatted(
                        step,
                        minute,
                        seq,
                        last(),
                        last(),
                        step.equals("Ended") ? ",'stoppedReason':'EVDisconnected'" : "",
                        minute,
                        kiloWattHours);
    }

    private static List<String> story() {
        return cpo.events().stream()
                .filter(event -> event.port().device().equals(last()))
                .flatMap(event ->
                        switch (event) {
                            case DeviceEvent.EnergyStarted _ -> Stream.of("started");
                            case DeviceEvent.MeterRead read -> Stream.of("read " + read.register());
                            case DeviceEvent.EnergyStopped stopped ->
                                    Stream.of("stopped " + stopped.register().orElseThrow());
                            default -> Stream.empty();
                        })
                .toList();
    }

    private static Transaction kept() {
        return cpo.books().transactions().find(last(), "TX-" + last()).orElseThrow();
    }

    private static void isAccepted(JsonNode answer) {
        assertThat(answer.path("idTokenInfo").path("status").asString()).isEqualTo("Accepted");
    }

    @ParameterizedTest
    @CsvSource({"ocpp2.0.1", "ocpp2.1"})
    void aTransactionBeginsIsMeteredAndEnds(String protocol) {
        try (RawStation station = station(protocol)) {
            isAccepted(station.asks("TransactionEvent", news("Started", 0, "00", 1.0)));
            station.asks("TransactionEvent", news("Updated", 1, "10", 2.5));
            station.asks("TransactionEvent", news("Ended", 2, "20", 4.0));
            assertThat(story()).containsExactly("started", "read 2.500 kWh", "stopped 4.000 kWh");
            assertThat(kept().end().orElseThrow().reason()).isEqualTo("EVDisconnected");
            assertThat(kept().token()).contains("CARD-" + last());
        }
    }

    /** After it was offline it tells everything, and after a broken connection once more. */
    @ParameterizedTest
    @CsvSource({"ocpp2.0.1", "ocpp2.1"})
    void whatIsToldAgainHasOneEffectAndTheSameAnswer(String protocol) {
        try (RawStation station = station(protocol)) {
            for (int time = 0; time < 3; time++) {
                isAccepted(station.asks("TransactionEvent", news("Started", 0, "00", 1.0)));
                isAccepted(station.asks("TransactionEvent", news("Updated", 1, "10", 2.5)));
                isAccepted(station.asks("TransactionEvent", news("Ended", 2, "20", 4.0)));
            }
            assertThat(story()).containsExactly("started", "read 2.500 kWh", "stopped 4.000 kWh");
        }
    }

    /** Its memory of the beginning is gone: what it still knows is taken all the same. */
    @Test
    void newsWithoutTheirBeginningBeginTheTransaction() {
        try (RawStation station = station("ocpp2.0.1")) {
            station.asks("TransactionEvent", news("Updated", 7, "10", 2.5));
            station.asks("TransactionEvent", news("Ended", 8, "20", 4.0));
            assertThat(story()).containsExactly("started", "read 2.500 kWh", "stopped 4.000 kWh");
            assertThat(kept().end()).isPresent();
        }
    }

    /** The end came first, over a line that was quicker. */
    @Test
    void newsThatComeAfterTheEndDoNotBeginItAnew() {
        try (RawStation station = station("ocpp2.0.1")) {
            station.asks("TransactionEvent", news("Started", 0, "00", 1.0));
            station.asks("TransactionEvent", news("Ended", 2, "20", 4.0));
            station.asks("TransactionEvent", news("Updated", 1, "10", 2.5));
            assertThat(kept().end().orElseThrow().register()).contains(4_000L);
            assertThat(story().stream().filter("started"::equals)).hasSize(1);
            assertThat(story().stream().filter("stopped 4.000 kWh"::equals)).hasSize(1);
        }
    }

    /** The newest that both know. */
    @ParameterizedTest
    @CsvSource({
        "ocpp1.6;ocpp2.0.1;ocpp2.1, V21",
        "ocpp2.0.1;ocpp1.6, V201",
        "ocpp9.9;ocpp1.6, V16"
    })
    void theBestVersionThatBothSpeakIsTaken(String offered, OcppVersion taken) {
        String id = "OFFERS-" + NUMBERS.incrementAndGet();
        cpo.knowsWorking(id);
        try (RawStation station = RawStation.connect(cpo, id, offered.split(";"))) {
            station.asks("Heartbeat", "{}");
            assertThat(cpo.part(Connections.class).find(id).map(StationConnection::version))
                    .contains(taken);
        }
    }

    /** Register, unit, power of ten, phase: what a session is billed by. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ocpp1.6   | {'value':'1500'}                                      | 1.500 kWh
                    ocpp1.6   | {'value':'1.5','unit':'kWh'}                          | 1.500 kWh
                    ocpp1.6   | {'value':' 1500 ','unit':'Wh','context':'Trigger'}    | 1.500 kWh
                    ocpp1.6   | {'value':'10','measurand':'Power.Active.Import'}      |
                    ocpp1.6   | {'value':'10','phase':'L1'},{'value':'30'}            | 0.030 kWh
                    ocpp1.6   | {'value':'10','phase':'L1'},{'value':'9','phase':'N'} |
                    ocpp1.6   | {'value':'20','unit':'Celcius','measurand':'Temperature'} |
                    ocpp2.0.1 | {'value':1500}                                        | 1.500 kWh
                    ocpp2.0.1 | {'value':1.5,'unitOfMeasure':{'unit':'kWh'}}          | 1.500 kWh
                    ocpp2.0.1 | {'value':15,'unitOfMeasure':{'multiplier':2}}         | 1.500 kWh
                    ocpp2.0.1 | {'value':15,'unitOfMeasure':{'unit':'kWh','multiplier':-1}} | 1.500 kWh
                    ocpp2.0.1 | {'value':7,'measurand':'Current.Import','phase':'N'}  |
                    """)
    void aRegisterIsReadInWattHours(String protocol, String sampled, String read) {
        try (RawStation station = station(protocol)) {
            station.asks(
                    "MeterValues",
                    "{'%s':1,'meterValue':[{'timestamp':'2026-01-01T10:00:00Z','sampledValue':[%s]}]}"
                            .formatted(
                                    protocol.equals("ocpp1.6") ? "connectorId" : "evseId",
                                    sampled));
            assertThat(story()).isEqualTo(read == null ? List.of() : List.of("read " + read));
        }
    }
}
