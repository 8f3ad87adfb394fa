package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.central.Central;
import network.opencharging.cpo.ocpp.frame.FrameText;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.schema.SchemaSample;
import network.opencharging.cpo.ocpp.schema.Schemas;
import network.opencharging.cpo.ocpp.station.Protocol;
import network.opencharging.cpo.ocpp.station.StationConnection;
import network.opencharging.cpo.ocpp.station.Strictness;
import network.opencharging.cpo.ocpp.station.Surroundings;
import network.opencharging.cpo.ocpp.station.Wire;
import network.opencharging.cpo.ocpp.v16.Desk16;
import network.opencharging.cpo.ocpp.v201.Desk201;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls of every action, made worse at random: each has one answer, and none of them is our fault.
 */
class DamagedPayloadsTest {
    private static final int ROUNDS = Integer.getInteger("cpo.damaged", 2_000);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SPLINTERS =
            List.of(
                    "null",
                    "-1",
                    "99999999999999999999",
                    "1e999999999",
                    "\"\"",
                    "\"" + "x".repeat(300) + "\"",
                    "\"\\u0000\"",
                    "[]",
                    "{}",
                    "true",
                    "0.5",
                    "\"2026-13-45T99:99:99Z\"",
                    "\"-999999999-01-01T00:00:00Z\"",
                    "\"+999999999-01-01T00:00:00Z\"");

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

    @ParameterizedTest
    @EnumSource
    void eachHasOneAnswerAndNoneIsOurFault(OcppVersion version) {
        cpo.knowsWorking("DAMAGED-" + version);
        Heard heard = new Heard();
        StationConnection connection = connection(version, heard);
        List<String> actions =
                Schemas.of(version).actions().stream()
                        .filter(EveryActionTest.BY_STATION::contains)
                        .sorted()
                        .toList();
        SchemaSample sample = new SchemaSample(version);
        Random random = new Random(6);
        Set<String> answered = new TreeSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            String action = actions.get(i % actions.size());
            String damaged = damaged(sample.request(action).toString(), random);
            heard.frames.clear();
            connection.received("[2,\"%d\",\"%s\",%s]".formatted(i, action, damaged));
            assertThat(heard.frames).as("%s %s", action, damaged).hasSize(1);
            JsonNode answer = JSON.readTree(heard.frames.getFirst());
            assertThat(answer.path(2).asString(""))
                    .as("%s %s", action, damaged)
                    .isNotEqualTo("InternalError");
            answered.add(answer.path(0).asString());
        }
        assertThat(heard.closed).isFalse();
        assertThat(answered).as("some are still understood, some are not").contains("3", "4");
    }

    private static StationConnection connection(OcppVersion version, Wire wire) {
        Central central = cpo.part(Central.class);
        Surroundings around = cpo.part(Surroundings.class);
        Clock clock = Clock.systemUTC();
        return new StationConnection(
                "DAMAGED-" + version,
                new Protocol(
                        version,
                        Schemas.of(version),
                        version == OcppVersion.V16
                                ? new Desk16(central, clock)
                                : new Desk201(central, clock),
                        Strictness.LENIENT),
                central,
                new Surroundings(
                        new FrameText(),
                        _ -> {},
                        clock,
                        Runnable::run,
                        around.timers(),
                        around.ids()),
                wire);
    }

    /** One value is another, or a letter is; the payload stays one that can be read. */
    private static String damaged(String good, Random random) {
        for (int attempt = 0; attempt < 50; attempt++) {
            String worse = random.nextInt(3) == 0 ? letters(good, random) : values(good, random);
            try {
                if (JSON.readTree(worse).isObject()
                        && new FrameText().read("[2,\"1\",\"Heartbeat\",%s]".formatted(worse))
                                instanceof network.opencharging.cpo.ocpp.frame.FrameParsing.Read) {
                    return worse;
                }
            } catch (tools.jackson.core.JacksonException e) {
                // What cannot be read at all is another test's.
            }
        }
        return good;
    }

    private static String letters(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        text.setCharAt(random.nextInt(good.length()), (char) random.nextInt(0x20, 0x17f));
        return text.toString();
    }

    private static String values(String good, Random random) {
        List<Integer> begins = new ArrayList<>();
        for (int i = 0; i < good.length(); i++) {
            if (good.charAt(i) == ':' && i > 0 && good.charAt(i - 1) == '"') {
                begins.add(i + 1);
            }
        }
        if (begins.isEmpty()) {
            return good;
        }
        int from = begins.get(random.nextInt(begins.size()));
        int end = from;
        while (end < good.length() && ",}".indexOf(good.charAt(end)) < 0) {
            end++;
        }
        return good.substring(0, from)
                + SPLINTERS.get(random.nextInt(SPLINTERS.size()))
                + good.substring(end);
    }

    private static final class Heard implements Wire {
        private final List<String> frames = new ArrayList<>();
        private boolean closed;

        @Override
        public boolean send(String text) {
            frames.add(text);
            return true;
        }

        @Override
        public boolean ping() {
            return true;
        }

        @Override
        public void close(int code, String reason) {
            closed = true;
        }
    }
}
