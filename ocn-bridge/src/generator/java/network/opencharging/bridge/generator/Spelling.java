package network.opencharging.bridge.generator;

import java.util.Locale;

import javax.lang.model.SourceVersion;

/** How names of OCPI are spelled in Java. */
final class Spelling {
    private Spelling() {}

    /** {@code last_updated} becomes {@code lastUpdated}. */
    static String component(String field) {
        StringBuilder name = new StringBuilder();
        boolean up = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '_') {
                up = true;
            } else {
                name.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        if (SourceVersion.isKeyword(name)) {
            throw new IllegalArgumentException("'" + field + "' is a word of Java: name it anew");
        }
        return name.toString();
    }

    /** {@code IEC_62196_T1}, {@code cdrs} and {@code 2.2.1} become constants. */
    static String constant(String value) {
        String name = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Character.isDigit(name.charAt(0)) ? "V" + name : name;
    }

    /** Text that may stand in a Javadoc comment. */
    static String javadoc(String note) {
        return note.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;");
    }
}
