package network.opencharging.bridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The list of all types and fields is a file, so that every change of the model is seen. */
class GoldenModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.2.1", "2.3.0"})
    void theModelIsTheOneThatWasAgreed(String version) throws IOException {
        Path golden = Path.of("src/test/resources/model/fields-" + version + ".txt");
        List<Shape<?>> shapes =
                version.equals("2.2.1")
                        ? network.opencharging.bridge.model.v221.Model.SHAPES
                        : network.opencharging.bridge.model.v230.Model.SHAPES;

        String told =
                shapes.stream()
                        .map(GoldenModelTest::told)
                        .collect(Collectors.joining("\n", "", "\n"));

        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden));
    }

    private static String told(Shape<?> shape) {
        return shape.name()
                + "\n"
                + shape.members().stream()
                        .map(member ->
                                "  %s %s %s"
                                        .formatted(
                                                member.name(),
                                                member.cardinality(),
                                                told(member.kind())))
                        .collect(Collectors.joining("\n"));
    }

    private static String told(Kind<?> kind) {
        return switch (kind) {
            case Kind.Nested<?>(Shape<?> inner) -> inner.name();
            case Kind.Word<?> word ->
                    word.name()
                            + word.known().stream()
                                    .map(OpenEnum::value)
                                    .collect(Collectors.joining(" ", " [", "]"));
            default -> kind.toString();
        };
    }
}
