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

/** Points in time as OCPI writes them (OCPI 2.2.1 §17.3 {@code DateTime}): always UTC. */
public final class OcpiTime {
    private static final Pattern LENIENT =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})[T"
                        + " ](\\d{2}:\\d{2}:\\d{2})(\\.\\d{1,9})?\\s?(Z|z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern STRICT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z?");
    private static final int MAX_LENGTH = 25;

    private OcpiTime() {}

    /**
     * Reads with or without {@code Z}, with a fraction of up to nine digits, and with an offset,
     * which OCPI does not allow but many send.
     *
     * @return empty when the text is no point in time
     */
    public static Optional<Instant> read(String text) {
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
        return text.length() <= MAX_LENGTH && STRICT.matcher(text).matches();
    }

    /** Writes {@code yyyy-MM-dd'T'HH:mm:ss'Z'}, the form that every reader takes. */
    public static String write(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
