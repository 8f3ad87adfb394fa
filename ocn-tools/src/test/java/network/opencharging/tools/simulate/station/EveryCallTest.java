package network.opencharging.tools.simulate.station;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.simulate.line.Door;
import network.opencharging.tools.simulate.meter.Curve;
import network.opencharging.tools.simulate.ocpp.Frame;
import network.opencharging.tools.simulate.ocpp.FrameText;
import network.opencharging.tools.simulate.ocpp.OcppVersion;
import network.opencharging.tools.simulate.ocpp.Schemas;
import network.opencharging.tools.simulate.v16.Dialect16;
import network.opencharging.tools.simulate.v201.Dialect201;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Every call that a central system makes, right and broken, at a station without a line. */
class EveryCallTest {
    private final List<String> complaints = new ArrayList<>();

    private static Dialect dialect(OcppVersion version) {
        return version == OcppVersion.V16 ? new Dialect16() : new Dialect201(Optional.empty());
    }

    private static Door nowhere(OcppVersion version) {
        return new Door(
                URI.create("ws://127.0.0.1:1/"),
                version.subprotocol(),
                "S",
                Optional.empty(),
                Optional.empty());
    }

    /** A station's ears, and all that it says into a line of this test. */
    private final class Deskbound {
        private final List<Frame> said = new ArrayList<>();
        private final Cabinet cabinet;
        private final Hearing hearing;

        Deskbound(OcppVersion version, Schemas schemas) {
            Seams seams = Seams.real();
            Setting setting =
                    new Setting(
                            "S",
                            2,
                            Curve.steady(11_000),
                            Token.card("04AA"),
                            true,
                            Optional.empty(),
                            Duration.ZERO);
            Dialect dialect = dialect(version);
            cabinet =
                    new Cabinet(
                            setting,
                            dialect,
                            new Cabinet.Seams(
                                    seams.clock(),
                                    seams.clock(),
                                    seams.ids(),
                                    _ -> {},
                                    complaints::add));
            Sampling sampling = new Sampling(cabinet);
            Charging charging = new Charging(cabinet, sampling);
            Brain brain = new Brain("test", () -> {}, complaints::add);
            Power power = new Power(cabinet, charging, new Cable(cabinet, nowhere(version), brain));
            Wishes wishes =
                    new Wishes(cabinet, charging, sampling, new Bookings(cabinet, charging), power);
            hearing = new Hearing(cabinet, schemas, dialect.desk(wishes));
            cabinet.online(true);
            cabinet.calls().connected(said::add);
            cabinet.calls().accepted();
            brain.close();
        }

        Frame hears(String text) {
            said.clear();
            hearing.heard(text, said::add);
            return said.isEmpty()
                    ? new Frame.Refused("none", "nothing", "it is silent")
                    : said.getFirst();
        }

        /** Some minutes later: everything that was begun has gone on. */
        void goesOn() {
            cabinet.chores().reach(cabinet.chores().now().plus(Duration.ofMinutes(2)));
        }
    }

    private static List<ObjectNode> calls(OcppVersion version) {
        String name = "calls-" + version.number() + ".json";
        try (InputStream in = EveryCallTest.class.getResourceAsStream(name)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            return JsonText.parse(text)
                    .orElseThrow()
                    .valueStream()
                    .map(JsonNode::asObject)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String frame(ObjectNode call) {
        return FrameText.write(
                new Frame.Call(
                        "1", call.path("action").asString(), call.path("payload").asObject()));
    }

    @TestFactory
    Stream<DynamicTest> isAnsweredAsItsSchemaWants() {
        return Stream.of(OcppVersion.values())
                .flatMap(version -> {
                    Schemas schemas = Schemas.of(version);
                    Deskbound station = new Deskbound(version, schemas);
                    return calls(version).stream()
                            .map(call ->
                                    DynamicTest.dynamicTest(
                                            version + " " + call.path("action").asString(),
                                            () -> isAnswered(station, schemas, call)));
                });
    }

    private void isAnswered(Deskbound station, Schemas schemas, ObjectNode call) {
        String action = call.path("action").asString();
        assertThat(schemas.request(action, call.path("payload").asObject())).isEmpty();
        Frame answer = station.hears(frame(call));
        assertThat(answer).isInstanceOf(Frame.Result.class);
        ObjectNode payload = ((Frame.Result) answer).payload();
        assertThat(schemas.answer(action, payload)).as("%s", payload).isEmpty();
        if (call.has("status")) {
            assertThat(payload.path("status").asString()).isEqualTo(call.path("status").asString());
        }
        station.goesOn();
        assertThat(station.said)
                .filteredOn(Frame.Call.class::isInstance)
                .allSatisfy(one -> {
                    Frame.Call said = (Frame.Call) one;
                    assertThat(schemas.request(said.action(), said.payload()))
                            .as("%s", said)
                            .isEmpty();
                });
        assertThat(complaints).isEmpty();
    }

    /** Nothing that comes breaks a station: it is answered, refused or complained of. */
    @ParameterizedTest
    @EnumSource
    void brokenInAnyWayBreaksNothing(OcppVersion version) {
        Schemas schemas = Schemas.of(version);
        Random random = new Random(20261128);
        int copies = Integer.getInteger("ocn.mutations", 300) / 10;
        for (ObjectNode call : calls(version)) {
            Deskbound station = new Deskbound(version, schemas);
            byte[] good = frame(call).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < copies; i++) {
                String broken = new String(Mutations.changed(good, random), StandardCharsets.UTF_8);
                Frame _ = station.hears(broken);
                station.goesOn();
            }
        }
        assertThat(complaints).noneMatch(line -> line.contains("trouble in the simulator"));
    }

    @ParameterizedTest
    @EnumSource
    void answersAreHeardHoweverTheyAreBroken(OcppVersion version) {
        Schemas schemas = Schemas.of(version);
        Random random = new Random(20261128);
        byte[] good =
                "[3,\"1\",{\"status\":\"Accepted\",\"currentTime\":\"%s\",\"interval\":300,\"transactionId\":7,\"idTagInfo\":{\"status\":\"Accepted\"},\"idTokenInfo\":{\"status\":\"Blocked\"}}]"
                        .formatted(Instant.EPOCH)
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < Integer.getInteger("ocn.mutations", 300); i++) {
            Deskbound station = new Deskbound(version, schemas);
            station.hearing.heard(
                    new String(Mutations.changed(good, random), StandardCharsets.UTF_8),
                    station.said::add);
        }
        assertThat(complaints).isNotEmpty();
    }
}
