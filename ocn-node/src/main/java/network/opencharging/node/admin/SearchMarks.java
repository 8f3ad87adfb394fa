package network.opencharging.node.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The marks by which something is searched, as they stand in a query. */
final class SearchMarks {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Map<String, String> wanted;

    SearchMarks(Map<String, String> wanted) {
        this.wanted = wanted;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(wanted.get(name));
    }

    Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new Wrong(name, "a time like 2026-11-21T12:00:00Z");
        }
    }

    int limit() {
        String text = text("limit").orElse(Integer.toString(USUAL));
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST) {
            throw new Wrong("limit", "a whole number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    /** Ends the reading of marks; a desk turns it into an answer. */
    static final class Wrong extends RuntimeException {
        private final String mark;
        private final String form;

        Wrong(String mark, String form) {
            super(mark, null, false, false);
            this.mark = mark;
            this.form = form;
        }

        String mark() {
            return mark;
        }

        String form() {
            return form;
        }
    }
}
