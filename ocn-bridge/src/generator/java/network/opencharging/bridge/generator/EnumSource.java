package network.opencharging.bridge.generator;

import java.util.stream.Collectors;

/** The Java text of one enumeration: a value class, so that values of tomorrow are kept. */
record EnumSource(String javaPackage, String version, ModelFile.EnumType type) {

    String text() {
        return head() + body();
    }

    private String head() {
        return """
        package %1$s;

        import java.util.List;
        import java.util.Objects;
        import javax.annotation.processing.Generated;
        import network.opencharging.bridge.model.Kind;
        import network.opencharging.bridge.model.OpenEnum;

        /**
         * OCPI %2$s enumeration {@code %3$s}. Values that the version does not list are kept as
         * they came.
         *
         * @param value the text on the wire
         */
        @Generated("%4$s")
        """
                .formatted(javaPackage, version, type.name(), ModelGenerator.class.getName());
    }

    private String body() {
        return """
        public record %1$s(String value) implements OpenEnum {
        %2$s
            /** Every value that OCPI %3$s lists, in its order. */
            public static final List<%1$s> KNOWN = List.of(
        %4$s);

            /** How this enumeration is read, written and checked. */
            public static final Kind<%1$s> KIND = Kind.word("%1$s", %1$s::new, KNOWN);

            public %1$s {
                Objects.requireNonNull(value, "%1$s");
            }

            @Override
            public boolean isKnown() {
                return KNOWN.contains(this);
            }

            @Override
            public String toString() {
                return value;
            }
        }
        """
                .formatted(type.name(), constants(), version, known());
    }

    private String constants() {
        return type.values().stream()
                .map(value ->
                        "    /** {@code %s}. */%n    public static final %s %s = new %s(\"%s\");%n"
                                .formatted(
                                        value,
                                        type.name(),
                                        Spelling.constant(value),
                                        type.name(),
                                        value))
                .collect(Collectors.joining("\n"));
    }

    private String known() {
        return type.values().stream()
                .map(value -> "            " + Spelling.constant(value))
                .collect(Collectors.joining(",\n"));
    }
}
