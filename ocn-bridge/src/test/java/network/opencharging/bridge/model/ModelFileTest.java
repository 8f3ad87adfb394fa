package network.opencharging.bridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every type of the model file is there, with every field and every word. */
class ModelFileTest {

    @ParameterizedTest
    @CsvSource({"2.2.1, v221", "2.3.0-core, v230"})
    void everyTypeFieldAndWordIsGenerated(String version, String room) throws Exception {
        Map<String, Shape<?>> shapes =
                shapes(room).stream().collect(Collectors.toMap(Shape::name, Function.identity()));
        Json.Obj file = file(version);
        assertThat(file.members()).hasSizeGreaterThanOrEqualTo(90);

        for (Map.Entry<String, Json> type : file.members().entrySet()) {
            List<Json> items = ((Json.Arr) type.getValue()).items();
            if (items.getFirst() instanceof Json.Obj) {
                List<Member<?, ?>> members = new ArrayList<>();
                Optional.ofNullable(shapes.get(type.getKey()))
                        .ifPresent(shape -> members.addAll(shape.members()));
                assertThat(members)
                        .as(type.getKey())
                        .extracting(Member::name)
                        .containsExactlyElementsOf(
                                items.stream()
                                        .map(item ->
                                                ((Json.Obj) item).textOf("field").orElseThrow())
                                        .toList());
            } else {
                for (Json word : items) {
                    assertThat(word(room, type.getKey(), word.asText().orElseThrow()).isKnown())
                            .as("%s %s", type.getKey(), word)
                            .isTrue();
                }
            }
        }
    }

    private static List<Shape<?>> shapes(String room) {
        return room.equals("v221")
                ? network.opencharging.bridge.model.v221.Model.SHAPES
                : network.opencharging.bridge.model.v230.Model.SHAPES;
    }

    private static Json.Obj file(String version) throws IOException {
        Path file = Path.of("src/generator/model/ocpi-%s.json".formatted(version));
        return (Json.Obj) JsonReader.standard().read(Files.readAllBytes(file)).orThrow();
    }

    private static OpenEnum word(String room, String type, String value)
            throws ReflectiveOperationException {
        Class<?> generated =
                Class.forName("network.opencharging.bridge.model.%s.%s".formatted(room, type));
        return (OpenEnum) generated.getConstructor(String.class).newInstance(value);
    }
}
