package network.opencharging.bridge.generator;

import java.util.function.Function;
import java.util.stream.Collectors;

/** The Java text of one object type: a record that reads, writes and builds itself. */
record RecordSource(String javaPackage, String version, ModelFile file, ModelFile.ObjectType type) {

    String text() {
        return head() + declaration() + shape() + reading() + building();
    }

    private String head() {
        return """
        package %1$s;

        import java.math.BigDecimal;
        import java.time.Instant;
        import java.util.List;
        import java.util.Objects;
        import java.util.Optional;
        import javax.annotation.processing.Generated;
        import network.opencharging.bridge.model.CiString;
        import network.opencharging.bridge.model.Kind;
        import network.opencharging.bridge.model.Member;
        import network.opencharging.bridge.model.OcpiObject;
        import network.opencharging.bridge.model.Shape;
        import network.opencharging.protocol.json.Json;
        import org.jspecify.annotations.Nullable;

        """
                .formatted(javaPackage);
    }

    private String declaration() {
        return """
        /**
         * OCPI %1$s object {@code %2$s}.
         *
        %3$s
         * @param extra members that OCPI %1$s does not know, kept as they came
         */
        @Generated("%4$s")
        public record %2$s(
        %5$s,
                Json.Obj extra)
                implements OcpiObject {
        """
                .formatted(
                        version,
                        type.name(),
                        each("\n", this::tag),
                        ModelGenerator.class.getName(),
                        each(",\n", this::component));
    }

    private String shape() {
        return """
        %1$s
            /** How this object is read, written and checked. */
            public static final Shape<%2$s> SHAPE =
                    Shape.of(
                            "%2$s",
                            %2$s::from,
                            %2$s::extra,
                            List.of(
        %3$s));

        """
                .formatted(
                        each("", this::member),
                        type.name(),
                        each(",\n", field -> "                            " + constant(field)));
    }

    private String reading() {
        return """
            public %1$s {
        %2$s
                Objects.requireNonNull(extra, "extra");
            }

            private static %1$s from(Json.Obj json) {
                return new %1$s(
        %3$s,
                        SHAPE.extraOf(json));
            }

            @Override
            public Json.Obj json() {
                return SHAPE.write(this);
            }

        """
                .formatted(
                        type.name(),
                        each("\n", this::held),
                        each(",\n", field -> "                " + constant(field) + ".read(json)"));
    }

    private String building() {
        return """
            /** A builder with nothing in it. */
            public static Builder builder() {
                return new Builder();
            }

            /** A builder that holds what this object holds. */
            public Builder toBuilder() {
                return new Builder(this);
            }

        %1$s
        }
        """
                .formatted(new BuilderSource(file, type).text());
    }

    private String each(String between, Function<ModelFile.Field, String> text) {
        return type.fields().stream().map(text).collect(Collectors.joining(between));
    }

    private String tag(ModelFile.Field field) {
        String note =
                field.note().isEmpty()
                        ? "{@code " + field.name() + "}"
                        : Spelling.javadoc(field.note());
        return " * @param %s %s".formatted(name(field), note);
    }

    private String component(ModelFile.Field field) {
        return "        %s %s".formatted(java(field).component(field.card()), name(field));
    }

    private String member(ModelFile.Field field) {
        return "    private static final Member<%s, %s> %s =%n            Member.%s(\"%s\", %s, %s::%s);%n"
                .formatted(
                        type.name(),
                        java(field).member(field.card()),
                        constant(field),
                        factory(field.card()),
                        field.name(),
                        java(field).kind(),
                        type.name(),
                        name(field));
    }

    private static String factory(String card) {
        return switch (card) {
            case "1" -> "required";
            case "?" -> "optional";
            case "+" -> "atLeastOne";
            case "*" -> "any";
            default -> throw new IllegalArgumentException("card '" + card + "'");
        };
    }

    private String held(ModelFile.Field field) {
        if (java(field).component(field.card()).startsWith("List<")) {
            return "        %1$s = List.copyOf(%1$s);".formatted(name(field));
        }
        boolean primitive =
                field.card().equals("1") && !java(field).primitive().equals(java(field).value());
        return primitive
                ? "        // " + name(field) + " is a primitive"
                : "        Objects.requireNonNull(%1$s, \"%1$s\");".formatted(name(field));
    }

    private JavaType java(ModelFile.Field field) {
        return JavaType.of(field, file);
    }

    private static String name(ModelFile.Field field) {
        return Spelling.component(field.name());
    }

    private static String constant(ModelFile.Field field) {
        return Spelling.constant(field.name());
    }
}
