package network.opencharging.tools.expect;

import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Compares JSON with what is wanted of it. Of an object only the members that are named are looked
 * at, of a list every item; numbers are compared by their value. The text {@code "*"} stands for
 * anything that is there, {@code null} for what is not there, and {@code "/…/"} is a regular
 * expression.
 */
public final class Like {
    private static final int SHOWN = 120;

    private Like() {}

    /** The first difference as a sentence; empty when there is none. */
    public static Optional<String> difference(Json wanted, Optional<Json> found, String path) {
        if (wanted == Json.Null.NULL) {
            boolean absent = found.filter(value -> value != Json.Null.NULL).isEmpty();
            return absent ? Optional.empty() : differs(path, "nothing", found);
        }
        if (found.isEmpty()) {
            return differs(path, shown(wanted), found);
        }
        return switch (wanted) {
            case Json.Obj object -> members(object, found.get(), path);
            case Json.Arr(List<Json> items) -> items(items, found.get(), path);
            case Json.Text(String text) -> text(text, found.get(), path);
            case Json.Num number -> number(number, found.get(), path);
            default ->
                    wanted.equals(found.get())
                            ? Optional.empty()
                            : differs(path, shown(wanted), found);
        };
    }

    private static Optional<String> members(Json.Obj wanted, Json found, String path) {
        if (!(found instanceof Json.Obj object)) {
            return differs(path, "an object", Optional.of(found));
        }
        for (Map.Entry<String, Json> member : wanted.members().entrySet()) {
            Optional<String> difference =
                    difference(
                            member.getValue(),
                            object.member(member.getKey()),
                            path + "." + member.getKey());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> items(List<Json> wanted, Json found, String path) {
        if (!(found instanceof Json.Arr(List<Json> items)) || items.size() != wanted.size()) {
            return differs(path, "a list of " + wanted.size(), Optional.of(found));
        }
        for (int i = 0; i < wanted.size(); i++) {
            Optional<String> difference =
                    difference(wanted.get(i), Optional.of(items.get(i)), path + "[" + i + "]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(String wanted, Json found, String path) {
        if (wanted.equals("*")) {
            return Optional.empty();
        }
        String plain = found.asText().orElse(found.text());
        boolean pattern = wanted.length() > 2 && wanted.startsWith("/") && wanted.endsWith("/");
        boolean fits =
                pattern
                        ? matches(wanted.substring(1, wanted.length() - 1), plain)
                        : plain.equals(wanted);
        return fits ? Optional.empty() : differs(path, wanted, Optional.of(found));
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            // What is no pattern fits nothing; the difference shows it.
            return false;
        }
    }

    private static Optional<String> number(Json.Num wanted, Json found, String path) {
        boolean same =
                found instanceof Json.Num number
                        && new BigDecimal(number.literal())
                                        .compareTo(new BigDecimal(wanted.literal()))
                                == 0;
        return same ? Optional.empty() : differs(path, wanted.literal(), Optional.of(found));
    }

    private static Optional<String> differs(String path, String wanted, Optional<Json> found) {
        return Optional.of(
                "%s must be %s, and is %s"
                        .formatted(path, wanted, found.map(Like::shown).orElse("missing")));
    }

    private static String shown(Json json) {
        String text = json.text();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
