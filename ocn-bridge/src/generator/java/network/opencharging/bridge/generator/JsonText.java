package network.opencharging.bridge.generator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON of a model file into maps, lists, strings and integers; the build has no library
 * at hand yet, and the files hold nothing else.
 */
final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        JsonText json = new JsonText(text);
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.unreadable("the end of the file");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> integer();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (!closed('}')) {
            skipSpace();
            String name = string();
            expect(':');
            members.put(name, value());
        }
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        at++;
        while (!closed(']')) {
            elements.add(value());
        }
        return elements;
    }

    /** Passes the closing mark, or the comma that announces one more element. */
    private boolean closed(char mark) {
        skipSpace();
        if (text.charAt(at) == ',') {
            at++;
            return false;
        }
        if (text.charAt(at) == mark) {
            at++;
            return true;
        }
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            read.append(c == '\\' ? escaped() : c);
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        if ("\"\\/".indexOf(c) < 0) {
            throw unreadable("an escaped quote, slash or code point");
        }
        return c;
    }

    private Integer integer() {
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw unreadable("an object, an array, a string or an integer");
        }
        return Integer.valueOf(text.substring(from, at));
    }

    private void expect(char mark) {
        skipSpace();
        if (text.charAt(at) != mark) {
            throw unreadable("'" + mark + "'");
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException unreadable(String wanted) {
        return new IllegalArgumentException("expected " + wanted + " at character " + at);
    }
}
