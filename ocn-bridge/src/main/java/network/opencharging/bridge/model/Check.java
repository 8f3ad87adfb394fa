package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds JSON against a shape and tells everything that is remarkable, each with its path; it does
 * not stop at the first fault.
 */
final class Check {
    private static final int MAX_URL = 255;

    private final List<Finding> findings = new ArrayList<>();

    private Check() {}

    static List<Finding> whole(Shape<?> shape, Json json) {
        Check check = new Check();
        check.object("$", shape, json);
        return List.copyOf(check.findings);
    }

    static List<Finding> patch(Shape<?> shape, Json json) {
        Check check = new Check();
        if (json instanceof Json.Obj object) {
            for (Member<?, ?> member : shape.members()) {
                if (object.member(member.name()).isPresent()
                        || member.name().equals("last_updated")) {
                    check.member("$", member, object);
                }
            }
            check.unknownMembers("$", shape, object);
        } else {
            check.wrongType("$", "an object");
        }
        return List.copyOf(check.findings);
    }

    private void object(String path, Shape<?> shape, Json json) {
        if (json instanceof Json.Obj object) {
            for (Member<?, ?> member : shape.members()) {
                member(path, member, object);
            }
            unknownMembers(path, shape, object);
        } else {
            wrongType(path, "an object (" + shape.name() + ")");
        }
    }

    private void unknownMembers(String path, Shape<?> shape, Json.Obj object) {
        for (String name : object.members().keySet()) {
            if (!shape.knows(name)) {
                found(
                        path + "." + name,
                        Rule.UNKNOWN_MEMBER,
                        Severity.NOTE,
                        "%s has no such field; it is kept".formatted(shape.name()));
            }
        }
    }

    private void member(String inside, Member<?, ?> member, Json.Obj object) {
        String path = inside + "." + member.name();
        Json value = object.member(member.name()).orElse(Json.Null.NULL);
        if (value instanceof Json.Null) {
            if (member.cardinality().isRequired()) {
                found(path, Rule.REQUIRED, Severity.UNREADABLE, "is required and missing");
            }
        } else if (member.cardinality().isList()) {
            list(path, member, value);
        } else {
            value(path, member.kind(), value);
        }
    }

    private void list(String path, Member<?, ?> member, Json value) {
        if (!(value instanceof Json.Arr(List<Json> items))) {
            wrongType(path, "a list");
            return;
        }
        if (items.isEmpty() && member.cardinality() == Cardinality.AT_LEAST_ONE) {
            found(path, Rule.LIST, Severity.ERROR, "must have at least one entry");
        }
        for (int i = 0; i < items.size(); i++) {
            String at = path + "[" + i + "]";
            if (items.get(i) instanceof Json.Null) {
                found(at, Rule.LIST, Severity.ERROR, "must not be null; it is left out");
            } else {
                value(at, member.kind(), items.get(i));
            }
        }
    }

    private void value(String path, Kind<?> kind, Json json) {
        switch (kind) {
            case Kind.Text text -> Literal.text(json).ifPresent(value -> text(path, text, value));
            case Kind.CaselessText(int max) ->
                    Literal.text(json).ifPresent(value -> caseless(path, max, value));
            case Kind.Url _ -> json.asText().ifPresent(value -> url(path, value));
            case Kind.Moment _ -> json.asText().ifPresent(value -> moment(path, value));
            case Kind.Whole(int digits) ->
                    Literal.whole(json).ifPresent(value -> whole(path, digits, value));
            case Kind.Word<?> word ->
                    Literal.text(json).ifPresent(value -> word(path, word, value));
            case Kind.Nested<?>(Shape<?> shape) -> {
                object(path, shape, json);
                return;
            }
            case Kind.Decimal _, Kind.Flag _, Kind.Any _ -> {}
        }
        type(path, kind, json);
    }

    /** Whether the JSON has the type of the field, or another one that can still be understood. */
    private void type(String path, Kind<?> kind, Json json) {
        String wanted =
                switch (kind) {
                    case Kind.Text _, Kind.CaselessText _, Kind.Url _, Kind.Word<?> _ -> "a string";
                    case Kind.Moment _ -> "a DateTime such as 2026-01-31T12:00:00Z";
                    case Kind.Decimal _ -> "a number";
                    case Kind.Whole _ -> "a number without decimals";
                    case Kind.Flag _ -> "true or false";
                    case Kind.Nested<?> _, Kind.Any _ -> "";
                };
        boolean fits =
                switch (kind) {
                    case Kind.Decimal _ -> json instanceof Json.Num;
                    case Kind.Whole _ -> json instanceof Json.Num number && number.isInteger();
                    case Kind.Flag _ -> json instanceof Json.Bool;
                    case Kind.Nested<?> _, Kind.Any _ -> true;
                    default -> json instanceof Json.Text;
                };
        if (kind.read(json).isEmpty()) {
            wrongType(path, wanted);
        } else if (!fits) {
            found(path, Rule.TYPE, Severity.ERROR, "must be " + wanted);
        }
    }

    private void text(String path, Kind.Text kind, String value) {
        length(path, value, kind.max(), kind.tolerated());
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            found(path, Rule.CHARACTERS, Severity.WARNING, "must have printable characters only");
        }
        if (!kind.pattern().isEmpty() && !Pattern.matches(kind.pattern(), value)) {
            found(path, Rule.FORM, Severity.ERROR, "must have the form " + kind.pattern());
        }
    }

    private void caseless(String path, int max, String value) {
        length(path, value, max, max);
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            found(
                    path,
                    Rule.CHARACTERS,
                    Severity.ERROR,
                    "must have printable ASCII characters only");
        }
    }

    private void length(String path, String value, int max, int tolerated) {
        int length = value.codePointCount(0, value.length());
        if (max > 0 && length > max) {
            found(
                    path,
                    Rule.LENGTH,
                    length > tolerated ? Severity.ERROR : Severity.WARNING,
                    "must have at most %d characters and has %d".formatted(max, length));
        }
    }

    private void url(String path, String value) {
        length(path, value, MAX_URL, MAX_URL);
        if (absolute(value).isEmpty()) {
            found(path, Rule.URL, Severity.ERROR, "must be an absolute URL");
        }
    }

    private static Optional<URI> absolute(String value) {
        try {
            return Optional.of(new URI(value))
                    .filter(uri -> uri.isAbsolute() && uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void moment(String path, String value) {
        if (OcpiTime.read(value).isPresent() && !OcpiTime.isStrict(value)) {
            found(
                    path,
                    Rule.TIME,
                    Severity.WARNING,
                    "must be UTC, of the form 2026-01-31T12:00:00Z and of at most 25 characters");
        }
    }

    private void whole(String path, int digits, long value) {
        if (digits > 0 && Long.toString(Math.abs(value)).length() > digits) {
            found(
                    path,
                    Rule.LENGTH,
                    Severity.ERROR,
                    "must have at most %d digits".formatted(digits));
        }
    }

    private void word(String path, Kind.Word<?> kind, String value) {
        if (kind.known().stream().noneMatch(known -> known.value().equals(value))) {
            found(
                    path,
                    Rule.ENUM,
                    Severity.WARNING,
                    "is no %s that this version lists; it is kept".formatted(kind.name()));
        }
    }

    private void wrongType(String path, String wanted) {
        found(path, Rule.TYPE, Severity.UNREADABLE, "must be " + wanted);
    }

    private void found(String path, Rule rule, Severity severity, String sentence) {
        findings.add(new Finding(path, rule, severity, sentence));
    }
}
