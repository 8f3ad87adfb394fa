package network.opencharging.bridge.generator;

import java.util.function.Function;
import java.util.stream.Collectors;

/** The Java text of the builder of one object type: thirty components are too many for a call. */
record BuilderSource(ModelFile file, ModelFile.ObjectType type) {

    String text() {
        return """
            /** Collects the parts of a {@code %1$s}; what is required is asked for at the end. */
            public static final class Builder {
        %2$s
                private Json.Obj extra = Json.Obj.EMPTY;

                private Builder() {}

                private Builder(%1$s from) {
        %3$s
                    extra = from.extra();
                }

        %4$s
                /** Sets what OCPI does not know. */
                public Builder extra(Json.Obj value) {
                    extra = value;
                    return this;
                }

        %5$s
            }\
        """
                .formatted(
                        type.name(),
                        each("\n", this::variable),
                        each("\n", this::copied),
                        each("\n", this::setter),
                        build());
    }

    private String build() {
        return """
                /**
                 * The object.
                 *
                 * @throws IllegalStateException naming the required field that was not set
                 */
                public %1$s build() {
                    return new %1$s(
        %2$s,
                            extra);
                }\
        """
                .formatted(type.name(), each(",\n", this::argument));
    }

    private String each(String between, Function<ModelFile.Field, String> text) {
        return type.fields().stream().map(text).collect(Collectors.joining(between));
    }

    private String variable(ModelFile.Field field) {
        String start =
                switch (field.card()) {
                    case "1" -> "";
                    case "?" -> " = Optional.empty()";
                    default -> " = List.of()";
                };
        String of = field.card().equals("1") ? "@Nullable " : "";
        return "        private %s%s %s%s;".formatted(of, held(field), name(field), start);
    }

    private String copied(ModelFile.Field field) {
        return "            %1$s = from.%1$s();".formatted(name(field));
    }

    private String setter(ModelFile.Field field) {
        boolean optional = field.card().equals("?");
        return """
                /** Sets {@code %1$s}. */
                public Builder %2$s(%3$s value) {
                    %2$s = %4$s;
                    return this;
                }
        """
                .formatted(
                        field.name(),
                        name(field),
                        optional ? java(field).primitive() : java(field).component(field.card()),
                        optional ? "Optional.of(value)" : "value");
    }

    private String argument(ModelFile.Field field) {
        return field.card().equals("1")
                ? "                    Shape.required(%s, \"%s.%s\")"
                        .formatted(name(field), type.name(), field.name())
                : "                    " + name(field);
    }

    private String held(ModelFile.Field field) {
        return java(field).member(field.card());
    }

    private JavaType java(ModelFile.Field field) {
        return JavaType.of(field, file);
    }

    private static String name(ModelFile.Field field) {
        return Spelling.component(field.name());
    }
}
