package network.opencharging.tools.check;

import network.opencharging.bridge.model.Shape;
import network.opencharging.tools.terminal.Failure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A version of OCPI whose objects are known here.
 *
 * @param number the version, as version details write it
 * @param shapes its objects
 */
record Edition(String number, List<Shape<?>> shapes) {

    static Edition of(String number) {
        return switch (number) {
            case "2.2.1" ->
                    new Edition(number, network.opencharging.bridge.model.v221.Model.SHAPES);
            case "2.3.0" ->
                    new Edition(number, network.opencharging.bridge.model.v230.Model.SHAPES);
            default ->
                    throw Failure.usage(
                            "--version must be 2.2.1 or 2.3.0, not %s.".formatted(number));
        };
    }

    /** The shape of that name, upper and lower case being alike. */
    Shape<?> shape(String name) {
        return shapes.stream()
                .filter(shape -> shape.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        Failure.usage(
                                "--type must be a type of OCPI %s, not %s; there are: %s"
                                        .formatted(
                                                number,
                                                name,
                                                shapes.stream()
                                                        .map(Shape::name)
                                                        .collect(Collectors.joining(", ")))));
    }
}
