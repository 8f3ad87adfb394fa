package network.opencharging.bridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** What is read is written again without a loss. */
class RoundTripTest {
    private static final Path FIXTURES = Path.of("src/test/resources/model");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("network.opencharging.bridge.model.Versions#allShapes")
    <T> void anyFaultlessObjectIsWrittenAsItWasRead(String version, String name, Shape<T> shape) {
        for (int seed = 0; seed < 25; seed++) {
            Json.Obj json = RandomObjects.sparse(seed).next(shape);

            Reading<T> reading = shape.read(json);

            assertThat(reading.findings()).as("%s %s, seed %d", version, name, seed).isEmpty();
            assertThat(shape.write(reading.orThrow())).isEqualTo(json);
        }
    }

    @Test
    void aLocationKeepsEveryByteOfMeaning() {
        keeps("location.json", json -> Location.SHAPE.read(json).orThrow().json());
    }

    @Test
    void aSessionKeepsEveryByteOfMeaning() {
        keeps("session.json", json -> Session.SHAPE.read(json).orThrow().json());
    }

    @Test
    void aCdrKeepsEveryByteOfMeaning() {
        keeps("cdr.json", json -> CDR.SHAPE.read(json).orThrow().json());
    }

    @Test
    void aTariffKeepsEveryByteOfMeaning() {
        keeps("tariff.json", json -> Tariff.SHAPE.read(json).orThrow().json());
    }

    @Test
    void aRebuiltObjectEqualsTheFirst() {
        Location location = Location.SHAPE.read(fixture("location.json")).orThrow();

        assertThat(location.toBuilder().build()).isEqualTo(location);
    }

    private static void keeps(String file, Function<Json, Json.Obj> passed) {
        Json before = fixture(file);

        assertThat(passed.apply(before).text()).isEqualTo(before.text());
    }

    static Json fixture(String file) {
        try {
            return JsonReader.standard().read(Files.readString(FIXTURES.resolve(file))).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
