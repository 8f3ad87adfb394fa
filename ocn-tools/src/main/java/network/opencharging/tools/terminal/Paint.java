package network.opencharging.tools.terminal;

import java.util.Map;

/** Colours, for terminals only. */
enum Paint {
    PLAIN(""),
    BOLD("\u001b[1m"),
    DIM("\u001b[2m"),
    GREEN("\u001b[32m"),
    RED("\u001b[31m");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text, boolean coloured) {
        return coloured && this != PLAIN ? code + text + "\u001b[0m" : text;
    }

    /**
     * Colours are shown when somebody looks at a terminal that has them, unless they asked for none
     * (the custom of {@code NO_COLOR}).
     */
    static boolean wanted(boolean terminal, Map<String, String> environment) {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
