package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.Connections;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What stations do wrong: each gets a proper answer, and nobody else notices. */
class BadStationTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        return RawStation.working(cpo, "BAD-" + NUMBERS.incrementAndGet(), protocol);
    }

    private static String last() {
        return "BAD-" + NUMBERS.get();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static CompletableFuture<CallOutcome> call(String action, Duration patience) {
        return cpo.part(Connections.class)
                .find(last())
                .map(line -> line.call(action, object(), patience))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(new CallOutcome.Unsent("not there")));
    }

    /** It is no frame, and those behind it are worked on all the same. */
    @ParameterizedTest
    @CsvSource({"ocpp1.6", "ocpp2.0.1"})
    void anEmptyMessageDisturbsNobody(String protocol) {
        try (RawStation station = station(protocol)) {
            station.says("");
            station.says("[2,'after','Heartbeat',{}]");
            JsonNode heard = station.hears();
            if (heard.get(0).asInt() == 4) {
                heard = station.hears();
            }
            assertThat(heard.get(1).asString()).isEqualTo("after");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ocpp1.6, FormationViolation, OccurenceConstraintViolation",
        "ocpp2.0.1, FormatViolation, OccurenceConstraintViolation",
        "ocpp2.1, FormatViolation, OccurrenceConstraintViolation"
    })
    void errorsAreSpelledAsTheVersionSpellsThem(String protocol, String format, String occurrence) {
        try (RawStation station = station(protocol)) {
            assertThat(station.isRefused("Heartbeat", "[]")).isEqualTo(format);
            assertThat(station.isRefused("Authorize", "{}")).isEqualTo(occurrence);
            assertThat(station.isRefused("Teleport", "{}")).isEqualTo("NotImplemented");
            assertThat(station.isRefused("Reset", "{'type':'%s'}".formatted(reset(protocol))))
                    .isEqualTo("NotSupported");
            station.asks("Heartbeat", "{}");
        }
    }

    private static String reset(String protocol) {
        return protocol.equals("ocpp1.6") ? "Soft" : "Immediate";
    }

    @Test
    void whatNobodyCanReadIsDroppedIn16AndAnsweredIn201() {
        try (RawStation old = station("ocpp1.6")) {
            old.says("nonsense").asks("Heartbeat", "{}");
        }
        try (RawStation station = station("ocpp2.0.1")) {
            JsonNode answer = station.says("nonsense").hears();
            assertThat(answer.get(1).asString()).isEqualTo("-1");
            assertThat(answer.get(2).asString()).isEqualTo("RpcFrameworkError");
            station.asks("Heartbeat", "{}");
        }
    }

    @Test
    void tenOfThemEndTheConnection() {
        try (RawStation station = station("ocpp1.6")) {
            for (int i = 0; i < 10; i++) {
                station.says("nonsense");
            }
            assertThat(station.isClosed()).isEqualTo(1007);
        }
    }

    @Test
    void bytesEndTheConnection() {
        try (RawStation station = station("ocpp1.6")) {
            station.saysBytes((byte) 1);
            assertThat(station.isClosed()).isEqualTo(1003);
        }
    }

    @Test
    void twoMegabytesEndTheConnectionOfOneStationOnly() {
        try (RawStation other = station("ocpp1.6");
                RawStation station = station("ocpp1.6")) {
            station.saysInVain(
                    "[2,'1','DataTransfer',{'vendorId':'x','data':'" + "x".repeat(1 << 21) + "'}]");
            assertThat(station.isClosed()).isIn(1009, 1006);
            other.asks("Heartbeat", "{}");
        }
    }

    @Test
    void halfAMegabyteIsTaken() {
        try (RawStation station = station("ocpp1.6")) {
            station.asks("DataTransfer", "{'vendorId':'x','data':'" + "x".repeat(500_000) + "'}");
            assertThat(cpo.books().notices().latest(last(), 1)).hasSize(1);
        }
    }

    @Test
    void anAnswerToNobodyIsDropped() {
        try (RawStation station = station("ocpp1.6")) {
            station.says("[3,'nobody',{}]").says("[4,'nobody','GenericError','',{}]");
            station.asks("Heartbeat", "{}");
            assertThat(station.unheard()).isZero();
        }
    }

    /** The station's call may cross ours (ocpp.md §5.7). */
    @Test
    void aStationIsAnsweredWhileItOwesAnAnswer() {
        try (RawStation station = station("ocpp1.6")) {
            CompletableFuture<CallOutcome> outcome = call("ClearCache", PATIENCE);
            JsonNode ours = station.hears();
            station.asks("Heartbeat", "{}");
            station.says("[3,'%s',{'status':'Accepted'}]".formatted(ours.get(1).asString()));
            assertThat(outcome.join())
                    .isEqualTo(new CallOutcome.Answered(object().put("status", "Accepted")));
        }
    }

    @Test
    void oneCallIsUnderWayAndTheNextWaits() {
        try (RawStation station = station("ocpp1.6")) {
            CompletableFuture<CallOutcome> first = call("ClearCache", PATIENCE);
            CompletableFuture<CallOutcome> second = call("GetLocalListVersion", PATIENCE);
            JsonNode one = station.hears();
            station.asks("Heartbeat", "{}");
            assertThat(station.unheard()).isZero();
            station.says("[3,'%s',{'status':'Accepted'}]".formatted(one.get(1).asString()));
            assertThat(station.answers("{'listVersion':3}").get(2).asString())
                    .isEqualTo("GetLocalListVersion");
            assertThat(first.join()).isInstanceOf(CallOutcome.Answered.class);
            assertThat(second.join()).isInstanceOf(CallOutcome.Answered.class);
        }
    }

    @Test
    void anErrorEndsACallToo() {
        try (RawStation station = station("ocpp1.6")) {
            CompletableFuture<CallOutcome> outcome = call("ClearCache", PATIENCE);
            String id = station.hears().get(1).asString();
            station.says("[4,'%s','NotSupported','no cache',{}]".formatted(id));
            assertThat(outcome.join())
                    .isEqualTo(new CallOutcome.Failed("NotSupported", "no cache", object()));
        }
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForForEver() {
        try (RawStation station = station("ocpp1.6")) {
            CompletableFuture<CallOutcome> silent = call("ClearCache", Duration.ofMillis(50));
            JsonNode late = station.hears();
            assertThat(silent.join()).isInstanceOf(CallOutcome.Unanswered.class);
            CompletableFuture<CallOutcome> next = call("GetLocalListVersion", PATIENCE);
            station.says("[3,'%s',{'status':'Accepted'}]".formatted(late.get(1).asString()));
            station.answers("{'listVersion':3}");
            assertThat(next.join())
                    .isEqualTo(new CallOutcome.Answered(object().put("listVersion", 3)));
        }
    }

    @Test
    void aBrokenConnectionEndsWhatWasAsked() {
        try (RawStation station = station("ocpp1.6")) {
            CompletableFuture<CallOutcome> asked = call("ClearCache", PATIENCE);
            CompletableFuture<CallOutcome> waiting = call("ClearCache", PATIENCE);
            station.hears();
            station.losesPower();
            assertThat(asked.join()).isInstanceOf(CallOutcome.Unanswered.class);
            assertThat(waiting.join()).isInstanceOf(CallOutcome.Unsent.class);
        }
        await().atMost(PATIENCE).until(() -> cpo.part(Connections.class).find(last()).isEmpty());
        assertThat(call("ClearCache", PATIENCE).join()).isInstanceOf(CallOutcome.Unsent.class);
    }

    /** ocpp.md §5.5: refusing the new one is an endless loop for the station. */
    @Test
    void aNewConnectionTakesThePlaceOfTheOld() {
        try (RawStation old = station("ocpp1.6");
                RawStation fresh = RawStation.connect(cpo, last(), "ocpp1.6")) {
            assertThat(old.isClosed()).isEqualTo(1008);
            fresh.asks("Heartbeat", "{}");
            CompletableFuture<CallOutcome> outcome = call("ClearCache", PATIENCE);
            fresh.answers("{'status':'Accepted'}");
            assertThat(outcome.join()).isInstanceOf(CallOutcome.Answered.class);
        }
    }

    /** ocpp.md §5.10: what can be understood is taken. */
    @Test
    void longSerialsUnknownMembersAndNullsAreBorne() {
        cpo.knows("LOOSE");
        try (RawStation station = RawStation.connect(cpo, "LOOSE", "ocpp1.6")) {
            station.asks(
                    "BootNotification",
                    "{'chargePointVendor':'A vendor with far too long a name','extra':{'a':[1]},"
                            + "'chargePointModel':'M','firmwareVersion':null}");
        }
    }

    @Test
    void whoSendsWithoutWaitingForAnswersIsServedOrEnded() {
        try (RawStation other = station("ocpp1.6");
                RawStation station = station("ocpp1.6")) {
            for (int i = 0; i < 40; i++) {
                station.says("[2,'%d','Heartbeat',{}]".formatted(i));
            }
            for (int i = 0; i < 40; i++) {
                assertThat(station.hears().get(1).asString()).isEqualTo(String.valueOf(i));
            }
            other.asks("Heartbeat", "{}");
        }
    }
}
