package network.opencharging.protocol.json;

import java.util.Iterator;
import java.util.Map;

/** Writes a value as compact text. */
final class JsonWriter {
    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Json value) {
        switch (value) {
            case Json.Obj(var members) -> object(members.entrySet().iterator());
            case Json.Arr(var items) -> array(items.iterator());
            case Json.Text(String text) -> string(text);
            case Json.Num(String literal) -> out.append(literal);
            case Json.Bool(boolean truth) -> out.append(truth);
            case Json.Null.NULL -> out.append("null");
        }
    }

    private void object(Iterator<Map.Entry<String, Json>> members) {
        out.append('{');
        while (members.hasNext()) {
            Map.Entry<String, Json> member = members.next();
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            if (members.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private void array(Iterator<Json> items) {
        out.append('[');
        while (items.hasNext()) {
            value(items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                out.append(text, from, i);
                character(text, i);
                from = i + 1;
            }
        }
        out.append(text, from, text.length());
        out.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    private void character(String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20 || isLoneSurrogate(text, at)) {
                    escape(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    /** Half a character has no UTF-8 form: without an escape it would turn into a question mark. */
    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xF));
        }
    }
}
