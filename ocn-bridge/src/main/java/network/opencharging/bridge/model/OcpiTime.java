package network.opencharging.bridge.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as OCPI writes them (OCPI 2.2.1 §16.2 {@code DateTime}): always UTC. */
public final class OcpiTime {
    private static final Pattern LENIENT =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})[T"
                        + " ](\\d{2}:\\d{2}:\\d{2})(\\.\\d{1,9})?\\s?(Z|z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern STRICT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z?");
    private static final String PLAIN = "0000-00-00T00:00:00Z";
    private static final int MAX_LENGTH = 25;

    private OcpiTime() {}

    /**
     * Reads with or without {@code Z}, with a fraction of up to nine digits, and with an offset,
     * which OCPI does not allow but many send.
     *
     * @return empty when the text is no point in time
     */
    public static Optional<Instant> read(String text) {
        return isPlain(text) ? plain(text) : lenient(text);
    }

    /**
     * The form that nearly all have, {@code 2026-01-31T12:00:00Z}, without a regular expression.
     */
    private static boolean isPlain(String text) {
        if (text.length() != PLAIN.length()) {
            return false;
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            char c = text.charAt(i);
            char wanted = PLAIN.charAt(i);
            if (wanted == '0' ? (c < '0' || c > '9') : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Instant> plain(String text) {
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            digits(text, 0, 4),
                            digits(text, 5, 7),
                            digits(text, 8, 10),
                            digits(text, 11, 13),
                            digits(text, 14, 16),
                            digits(text, 17, 19));
            return Optional.of(local.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            // No such day or hour.
            return Optional.empty();
        }
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Optional<Instant> lenient(String text) {
        Matcher form = LENIENT.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String fraction = form.group(3) == null ? "" : form.group(3);
        try {
            LocalDateTime local =
                    LocalDateTime.parse(form.group(1) + "T" + form.group(2) + fraction);
            return Optional.of(local.toInstant(offset(form.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(@org.jspecify.annotations.Nullable String zone) {
        return zone == null || zone.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    /** True when the text has the form that OCPI demands; it may still name an impossible day. */
    public static boolean isStrict(String text) {
        return isPlain(text) || (text.length() <= MAX_LENGTH && STRICT.matcher(text).matches());
    }

    /** Writes {@code yyyy-MM-dd'T'HH:mm:ss'Z'}, the form that every reader takes. */
    public static String write(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
