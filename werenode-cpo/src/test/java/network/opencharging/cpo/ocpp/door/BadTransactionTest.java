package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.device.DeviceEvent;
import network.opencharging.cpo.ocpp.central.Transaction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Transactions that come twice, late, without a beginning, or with values that cannot be. */
class BadTransactionTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir private static Path folder;
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
        return RawStation.working(cpo, "TX-" + NUMBERS.incrementAndGet(), protocol);
    }

    private static String last() {
        return "TX-" + NUMBERS.get();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String start(String token) {
        return "{'connectorId':1,'idTag':'%s','meterStart':5,'timestamp':'2026-01-01T10:00:00Z'}"
                .formatted(token);
    }

    /** ocpp.md §5.3: the repeat had another verdict in other systems, and the charge stopped. */
    @Test
    void aStartAgainHasTheSameAnswer() {
        cpo.knowsToken("TWICE");
        try (RawStation station = station("ocpp1.6")) {
            JsonNode first = station.asks("StartTransaction", start("TWICE"));
            JsonNode again = station.asks("StartTransaction", start("TWICE"));
            assertThat(again).isEqualTo(first);
            assertThat(again.path("idTagInfo").path("status").asString()).isEqualTo("Accepted");
            assertThat(starts()).isOne();
        }
    }

    private static long starts() {
        return cpo.events().stream()
                .filter(event -> event.port().device().equals(last()))
                .filter(DeviceEvent.EnergyStarted.class::isInstance)
                .count();
    }

    @Test
    void oneTokenChargesOnce() {
        cpo.knowsToken("BUSY");
        try (RawStation station = station("ocpp1.6")) {
            station.asks("StartTransaction", start("BUSY"));
            JsonNode second =
                    station.asks(
                            "StartTransaction",
                            "{'connectorId':2,'idTag':'BUSY','meterStart':9,"
                                    + "'timestamp':'2026-01-01T11:00:00Z'}");
            assertThat(second.path("idTagInfo").path("status").asString())
                    .isEqualTo("ConcurrentTx");
        }
    }

    /** ocpp.md §5.2: a CALLERROR would have it sent again for ever. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 123_456_789})
    void anEndWithoutABeginningIsTaken(int number) {
        try (RawStation station = station("ocpp1.6")) {
            JsonNode answer =
                    station.asks(
                            "StopTransaction",
                            ("{'transactionId':%d,'meterStop':9,"
                                            + "'timestamp':'2026-01-01T11:00:00Z'}")
                                    .formatted(number));
            assertThat(answer).isEqualTo(object());
        }
    }

    @Test
    void anEndAgainHasNoEffect() {
        cpo.knowsToken("ENDS");
        try (RawStation station = station("ocpp1.6")) {
            int number =
                    station.asks("StartTransaction", start("ENDS")).path("transactionId").asInt();
            for (int meter : List.of(700, 900)) {
                station.asks(
                        "StopTransaction",
                        ("{'transactionId':%d,'meterStop':%d,"
                                        + "'timestamp':'2026-01-01T11:00:00Z'}")
                                .formatted(number, meter));
            }
            Transaction kept =
                    cpo.books().transactions().find(last(), String.valueOf(number)).orElseThrow();
            assertThat(kept.end().orElseThrow().register()).contains(700L);
        }
    }

    /** ocpp.md §5.4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:03Z",
                "2099-01-01T00:00:00.123456789Z",
                "2026-01-01T10:00:00+02:00",
                "2026-01-01T10:00:00"
            })
    void aWrongClockLosesNothing(String time) {
        cpo.knowsToken("CLOCK" + NUMBERS.get());
        try (RawStation station = station("ocpp1.6")) {
            int number =
                    station.asks(
                                    "StartTransaction",
                                    ("{'connectorId':1,'idTag':'A','meterStart':1,"
                                                    + "'timestamp':'%s'}")
                                            .formatted(time))
                            .path("transactionId")
                            .asInt();
            station.asks(
                    "StopTransaction",
                    "{'transactionId':%d,'meterStop':9,'timestamp':'%s'}".formatted(number, time));
            assertThat(
                            cpo.books()
                                    .transactions()
                                    .find(last(), String.valueOf(number))
                                    .flatMap(Transaction::end))
                    .isPresent();
        }
    }

    /** Meters that run backwards, or beyond what any meter shows, are kept and not believed. */
    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e999999999", "NaN", "", "12,5", "99999999999999999999999"})
    void impossibleValuesOfMetersAreKeptAndNotBelieved(String value) {
        try (RawStation station = station("ocpp1.6")) {
            station.asks(
                    "MeterValues",
                    ("{'connectorId':1,'transactionId':77,'meterValue':[{'timestamp':"
                                    + "'2026-01-01T10:10:00Z','sampledValue':[{'value':'%s'}]}]}")
                            .formatted(value));
            assertThat(cpo.books().meters().of(last(), "77"))
                    .singleElement()
                    .satisfies(
                            kept -> assertThat(kept.samples().getFirst().value()).isEqualTo(value));
            assertThat(cpo.events())
                    .noneMatch(event ->
                            event instanceof DeviceEvent.MeterRead
                                    && event.port().device().equals(last()));
        }
    }
}
