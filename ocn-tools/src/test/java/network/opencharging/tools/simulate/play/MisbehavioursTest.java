package network.opencharging.tools.simulate.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.seam.Pace;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.CentralSystem;
import network.opencharging.tools.simulate.line.Door;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.script.Act;
import network.opencharging.tools.simulate.script.Step;
import network.opencharging.tools.simulate.station.Look;
import network.opencharging.tools.simulate.station.Setting;
import network.opencharging.tools.simulate.station.SimulatedStation;
import network.opencharging.tools.simulate.station.Token;
import network.opencharging.tools.simulate.v16.Dialect16;
import network.opencharging.tools.yaml.Problems;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a station does wrong when its script says so, as a central system sees it on the wire. */
class MisbehavioursTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CentralSystem central;
    private final SimulatedStation station;

    MisbehavioursTest() throws Exception {
        central = CentralSystem.open();
        Seams seams = Seams.real();
        Dialect16 dialect = new Dialect16();
        station =
                SimulatedStation.start(
                        new Setting(
                                "CS-1",
                                1,
                                Curve.steady(11_000),
                                Token.card("04AA"),
                                false,
                                Optional.empty(),
                                Duration.ZERO),
                        dialect,
                        new Door(
                                URI.create(central.url() + "/CS-1"),
                                dialect.version().subprotocol(),
                                "CS-1",
                                Optional.empty(),
                                Optional.empty()),
                        new SimulatedStation.Seams(
                                new Pace(
                                        seams.clock(),
                                        seams.clock().instant(),
                                        BigDecimal.valueOf(60)),
                                seams.clock(),
                                seams.ids(),
                                told::add,
                                told::add));
    }

    @BeforeEach
    void itIsLetIn() throws Exception {
        assertThat(station.await(look -> look.accepted() && look.waiting() == 0, PATIENCE))
                .as("%s", told)
                .isTrue();
    }

    @AfterEach
    void close() {
        station.close();
        central.close();
    }

    /** What a script says in a line. */
    private void does(String... lines) throws Exception {
        Problems problems = new Problems("script");
        for (String line : lines) {
            List<Step<SimulatedStation>> steps = StationWords.reader().line(line, problems);
            assertThat(problems.sentences()).isEmpty();
            for (Step<SimulatedStation> step : steps) {
                assertThat(step.act().on(station)).as(line).isInstanceOf(Act.Result.Done.class);
            }
        }
    }

    private void charges() throws Exception {
        does("plug-in: 1", "swipe: 04AA", "await: charging");
    }

    private JsonNode answer(String id) {
        return central.answer(id, PATIENCE);
    }

    @Test
    void whatIsSaidOfTransactionsIsSaidTwice() throws Exception {
        does("misbehave: duplicates");
        charges();

        List<JsonNode> begun = central.awaits("StartTransaction", 2);
        assertThat(begun.get(1).path(3)).isEqualTo(begun.get(0).path(3));
        assertThat(begun.get(1).path(1)).isNotEqualTo(begun.get(0).path(1));
    }

    @Test
    void theSecondTimeWithTheSameId() throws Exception {
        does("misbehave: duplicates", "misbehave: same-ids");
        charges();

        List<JsonNode> begun = central.awaits("StartTransaction", 2);
        assertThat(begun.get(1)).isEqualTo(begun.get(0));
    }

    @Test
    void itAnswersNoCallUntilItBehavesAgain() throws Exception {
        does("misbehave: silent");
        String unanswered = central.asks("GetConfiguration", "{}");
        await().atMost(PATIENCE)
                .until(() -> told.stream().anyMatch(one -> one.contains("GetConfiguration")));
        does("behave: silent");

        assertThat(answer(central.asks("ClearCache", "{}")).path(0).asInt()).isEqualTo(3);
        assertThat(central.found(unanswered)).isEmpty();
    }

    @Test
    void itAnswersWithAnError() throws Exception {
        does("misbehave: errors");

        JsonNode refused = answer(central.asks("ClearCache", "{}"));
        assertThat(refused.path(0).asInt()).isEqualTo(4);
        assertThat(refused.path(2).asString()).isEqualTo("InternalError");
    }

    @Test
    void itAnswersWithNonsense() throws Exception {
        does("misbehave: nonsense");

        assertThat(answer(central.asks("ClearCache", "{}")).path(2).path("status").isNumber())
                .isTrue();
    }

    @Test
    void itDoesNotWaitForAnswers() throws Exception {
        central.fallsSilent();
        does("plug-in: 1", "fault: GroundFailure", "repair: 1");
        assertThat(central.awaits("StatusNotification", 2)).isNotEmpty();
        assertThat(station.look().waiting()).as("one is asked, the others wait").isGreaterThan(1);
        int before = central.calls("StatusNotification").size();
        does("misbehave: hasty", "unplug: 1");

        assertThat(central.awaits("StatusNotification", before + 3)).isNotEmpty();
    }

    @Test
    void itsMeterStands() throws Exception {
        does("misbehave: standing-meter");
        charges();
        does("wait: 10m", "swipe: 04AA");

        JsonNode begun = central.awaits("StartTransaction", 1).getFirst().path(3);
        JsonNode ended = central.awaits("StopTransaction", 1).getFirst().path(3);
        assertThat(ended.path("meterStop").asLong()).isEqualTo(begun.path("meterStart").asLong());
    }

    @Test
    void itsClockIsDaysBehind() throws Exception {
        does("clock: {off: 2d, behind: true}");
        charges();

        String time =
                central.awaits("StartTransaction", 1)
                        .getFirst()
                        .path(3)
                        .path("timestamp")
                        .asString();
        assertThat(Instant.parse(time))
                .isBefore(Seams.real().clock().instant().minus(Duration.ofDays(1)));
    }

    @Test
    void itCallsWhateverItIsTold() throws Exception {
        does("call: {action: Dance, payload: {steps: 3}}");

        assertThat(central.awaits("Dance", 1).getFirst().path(3).path("steps").asInt())
                .isEqualTo(3);
        await().atMost(PATIENCE)
                .until(() -> told.stream().anyMatch(one -> one.startsWith("Dance: ")));
    }

    @Test
    void itSaysWhatIsNoFrame() throws Exception {
        does("say: '[2,\"x\"]'", "flood: 1000000", "bytes: 16");

        await().atMost(PATIENCE).until(() -> !central.bytes().isEmpty());
        assertThat(central.bytes()).containsExactly(16);
        assertThat(central.texts()).contains("[2,\"x\"]", "x".repeat(1_000_000));
    }

    @Test
    void itReadsNothingAnyMoreUntilItComesAgain() throws Exception {
        does("deaf");
        // What was asked for before it went deaf still reaches it.
        answer(central.asks("ClearCache", "{}"));
        String unheard = central.asks("ClearCache", "{}");
        does("call: {action: Heartbeat, payload: {}}");
        central.awaits("Heartbeat", 1);
        does("offline", "await: offline", "online", "await: accepted");

        answer(central.asks("ClearCache", "{}"));
        assertThat(central.found(unheard)).isEmpty();
        assertThat(central.visits()).hasSize(2);
        assertThat(station.look()).extracting(Look::online).isEqualTo(true);
    }
}
