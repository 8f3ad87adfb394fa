package network.opencharging.node.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a message is in a trace that leads along all servers on its way (W3C Trace Context, header
 * {@code traceparent}).
 *
 * @param traceId 32 hexadecimal digits, the same everywhere
 * @param spanId 16 hexadecimal digits: who had it last
 * @param sampled whether anybody looks at it
 * @param parent who had it before this node; empty where it began here
 */
public record Trace(String traceId, String spanId, boolean sampled, Optional<String> parent) {
    /** The header. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    /** As a header tells it; what is malformed is no trace. */
    public static Optional<Trace> read(String header) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()
                || form.group(1).equals("0".repeat(32))
                || form.group(2).equals("0".repeat(16))) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(form.group(3), 16) & 1) == 1;
        return Optional.of(new Trace(form.group(1), form.group(2), sampled, Optional.empty()));
    }

    /** The same trace, one step further on. */
    public Trace into(String span) {
        return new Trace(traceId, span, sampled, Optional.of(spanId));
    }

    /** For the next server. */
    public String header() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
