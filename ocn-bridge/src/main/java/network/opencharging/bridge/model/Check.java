package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        check.object(Place.TOP, shape, json);
        return List.copyOf(check.findings);
    }

    static List<Finding> patch(Shape<?> shape, Json json) {
        Check check = new Check();
        if (json instanceof Json.Obj object) {
            for (Member<?, ?> member : shape.members()) {
                if (object.member(member.name()).isPresent()
                        || member.name().equals("last_updated")) {
                    check.member(Place.TOP, member, object);
                }
            }
            check.unknownMembers(Place.TOP, shape, object);
        } else {
            check.wrongType(Place.TOP, "an object");
        }
        return List.copyOf(check.findings);
    }

    private void object(Place path, Shape<?> shape, Json json) {
        if (json instanceof Json.Obj object) {
            for (Member<?, ?> member : shape.members()) {
                member(path, member, object);
            }
            unknownMembers(path, shape, object);
        } else {
            wrongType(path, "an object (" + shape.name() + ")");
        }
    }

    private void unknownMembers(Place path, Shape<?> shape, Json.Obj object) {
        List<String> unknown =
                object.members().keySet().stream().filter(name -> !shape.knows(name)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        String kept = "%s has no such field; it is kept".formatted(shape.name());
        List<String> missing = missing(shape, object);
        for (String name : unknown) {
            Optional<String> meant = Spelling.meant(name, missing);
            found(
                    path.member(name),
                    Rule.UNKNOWN_MEMBER,
                    meant.isPresent() ? Severity.WARNING : Severity.NOTE,
                    meant.map(known -> kept + "; did you mean " + known + "?").orElse(kept));
        }
    }

    private static List<String> missing(Shape<?> shape, Json.Obj object) {
        return shape.members().stream()
                .map(Member::name)
                .filter(known -> object.member(known).isEmpty())
                .toList();
    }

    private void member(Place inside, Member<?, ?> member, Json.Obj object) {
        Place path = inside.member(member.name());
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

    private void list(Place path, Member<?, ?> member, Json value) {
        if (!(value instanceof Json.Arr(List<Json> items))) {
            wrongType(path, "a list");
            return;
        }
        if (items.isEmpty() && member.cardinality() == Cardinality.AT_LEAST_ONE) {
            found(path, Rule.LIST, Severity.ERROR, "must have at least one entry");
        }
        for (int i = 0; i < items.size(); i++) {
            Place at = path.item(i);
            if (items.get(i) instanceof Json.Null) {
                found(at, Rule.LIST, Severity.ERROR, "must not be null; it is left out");
            } else {
                value(at, member.kind(), items.get(i));
            }
        }
    }

    private void value(Place path, Kind<?> kind, Json json) {
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
    private void type(Place path, Kind<?> kind, Json json) {
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
        if (fits && isAllThatIsAsked(kind)) {
            return;
        }
        if (kind.read(json).isEmpty()) {
            wrongType(path, wanted);
        } else if (!fits) {
            found(path, Rule.TYPE, Severity.ERROR, "must be " + wanted);
        }
    }

    /** Whether every JSON of the right type can be read: nearly all fields, so nearly all time. */
    private static boolean isAllThatIsAsked(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _, Kind.CaselessText _, Kind.Url _, Kind.Word<?> _ -> true;
            case Kind.Flag _, Kind.Nested<?> _, Kind.Any _ -> true;
            case Kind.Moment _, Kind.Decimal _, Kind.Whole _ -> false;
        };
    }

    private void text(Place path, Kind.Text kind, String value) {
        length(path, value, kind.max(), kind.tolerated());
        if (holdsControls(value)) {
            found(path, Rule.CHARACTERS, Severity.WARNING, "must have printable characters only");
        }
        if (!kind.pattern().fits(value)) {
            found(
                    path,
                    Rule.FORM,
                    Severity.ERROR,
                    "must have the form " + kind.pattern().expression());
        }
    }

    private static boolean holdsControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrintableAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private void caseless(Place path, int max, String value) {
        length(path, value, max, max);
        if (!isPrintableAscii(value)) {
            found(
                    path,
                    Rule.CHARACTERS,
                    Severity.ERROR,
                    "must have printable ASCII characters only");
        }
    }

    private void length(Place path, String value, int max, int tolerated) {
        int length = max > 0 && value.length() > max ? value.codePointCount(0, value.length()) : 0;
        if (length > max) {
            found(
                    path,
                    Rule.LENGTH,
                    length > tolerated ? Severity.ERROR : Severity.WARNING,
                    "must have at most %d characters and has %d".formatted(max, length));
        }
    }

    private void url(Place path, String value) {
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

    private void moment(Place path, String value) {
        if (!OcpiTime.isStrict(value) && OcpiTime.read(value).isPresent()) {
            found(
                    path,
                    Rule.TIME,
                    Severity.WARNING,
                    "must be UTC, of the form 2026-01-31T12:00:00Z and of at most 25 characters");
        }
    }

    private void whole(Place path, int digits, long value) {
        if (digits > 0 && Long.toString(Math.abs(value)).length() > digits) {
            found(
                    path,
                    Rule.LENGTH,
                    Severity.ERROR,
                    "must have at most %d digits".formatted(digits));
        }
    }

    private void word(Place path, Kind.Word<?> kind, String value) {
        if (!lists(kind, value)) {
            found(
                    path,
                    Rule.ENUM,
                    Severity.WARNING,
                    "is no %s that this version lists; it is kept".formatted(kind.name()));
        }
    }

    private static boolean lists(Kind.Word<?> kind, String value) {
        return kind.values().contains(value);
    }

    private void wrongType(Place path, String wanted) {
        found(path, Rule.TYPE, Severity.UNREADABLE, "must be " + wanted);
    }

    private void found(Place path, Rule rule, Severity severity, String sentence) {
        findings.add(new Finding(path.toString(), rule, severity, sentence));
    }
}
