package network.opencharging.bridge.generator;

import java.util.stream.Collectors;

/** The Java text of the list of all object types of a version. */
record CatalogueSource(String javaPackage, String version, ModelFile file) {

    String text() {
        return """
        package %1$s;

        import java.util.List;
        import java.util.Optional;
        import javax.annotation.processing.Generated;
        import network.opencharging.bridge.model.Shape;

        /** Every object type of OCPI %2$s. */
        @Generated("%3$s")
        public final class Model {
            /** The version's number, as it stands in version details. */
            public static final String VERSION = "%2$s";

            /** The shapes in the order of the model file. */
            public static final List<Shape<?>> SHAPES =
                    List.of(
        %4$s);

            private Model() {}

            /** The shape of the object type of that name. */
            public static Optional<Shape<?>> shape(String name) {
                return SHAPES.stream().filter(shape -> shape.name().equals(name)).findFirst();
            }
        }
        """
                .formatted(
                        javaPackage,
                        version,
                        ModelGenerator.class.getName(),
                        file.objects().stream()
                                .map(type -> "                    " + type.name() + ".SHAPE")
                                .collect(Collectors.joining(",\n")));
    }
}
