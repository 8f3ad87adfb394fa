package network.opencharging.bridge.model;

import org.junit.jupiter.params.provider.Arguments;

import java.util.List;
import java.util.stream.Stream;

/** Every object type of every version, for tests that hold for all of them. */
final class Versions {
    private Versions() {}

    static Stream<Arguments> allShapes() {
        return Stream.concat(
                shapes("2.2.1", network.opencharging.bridge.model.v221.Model.SHAPES),
                shapes("2.3.0", network.opencharging.bridge.model.v230.Model.SHAPES));
    }

    private static Stream<Arguments> shapes(String version, List<Shape<?>> shapes) {
        return shapes.stream().map(shape -> Arguments.of(version, shape.name(), shape));
    }
}
