package network.opencharging.bridge.generator;

/**
 * How one field of OCPI stands in a record.
 *
 * @param value the type of one value
 * @param kind the expression for how one value is read, written and checked
 * @param primitive the primitive of that value, or the value's type again
 */
record JavaType(String value, String kind, String primitive) {

    static JavaType of(ModelFile.Field field, ModelFile file) {
        int max = field.limit().maxLength();
        return switch (field.type()) {
            case "string" -> same("String", "Kind.text(" + max + ")" + further(field.limit()));
            case "CiString" -> same("CiString", "Kind.caselessText(" + max + ")");
            case "URL" -> same("String", "Kind.url()");
            case "DateTime" -> same("Instant", "Kind.moment()");
            case "number" -> same("BigDecimal", "Kind.decimal()");
            case "int" -> new JavaType("Long", "Kind.whole(" + max + ")", "long");
            case "boolean" -> new JavaType("Boolean", "Kind.flag()", "boolean");
            case "Array or Object or String" -> same("Json", "Kind.any()");
            default -> same(field.type(), field.type() + "." + constant(field.type(), file));
        };
    }

    private static String further(ModelFile.Limit limit) {
        String tolerating = limit.tolerated() == 0 ? "" : ".tolerating(" + limit.tolerated() + ")";
        String matching =
                limit.pattern().isEmpty()
                        ? ""
                        : ".matching(\"" + limit.pattern().replace("\\", "\\\\") + "\")";
        return tolerating + matching;
    }

    private static String constant(String type, ModelFile file) {
        if (file.enums().stream().anyMatch(known -> known.name().equals(type))) {
            return "KIND";
        }
        if (file.objects().stream().anyMatch(known -> known.name().equals(type))) {
            return "SHAPE.kind()";
        }
        throw new IllegalArgumentException("type '" + type + "' is not in the model file");
    }

    private static JavaType same(String value, String kind) {
        return new JavaType(value, kind, value);
    }

    /** The type of the record's component. */
    String component(String card) {
        return switch (card) {
            case "1" -> primitive;
            case "?" -> "Optional<" + value + ">";
            default -> "List<" + value + ">";
        };
    }

    /** The type that the member reads, which cannot be a primitive. */
    String member(String card) {
        return card.equals("1") ? value : component(card);
    }
}
