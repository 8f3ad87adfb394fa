package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.Checked.Bad;
import network.opencharging.node.handshake.Checked.Good;
import network.opencharging.protocol.message.Envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Which part of a list is wanted (OCPI 2.2.1 §4.1.4.1).
 *
 * @param from only what changed at this instant or later
 * @param to only what changed before this instant
 * @param offset how many to leave out
 * @param limit how many at most
 */
record PageRequest(Optional<Instant> from, Optional<Instant> to, int offset, int limit) {
    /** The most objects on one page. */
    static final int MOST = 1000;

    static Checked<PageRequest> of(HttpServletRequest request) {
        return time(request, "date_from")
                .then(from ->
                        time(request, "date_to")
                                .then(to ->
                                        number(request, "offset", 0, 0)
                                                .then(offset ->
                                                        number(request, "limit", MOST, 1)
                                                                .then(limit ->
                                                                        new Good<>(
                                                                                new PageRequest(
                                                                                        from,
                                                                                        to,
                                                                                        offset,
                                                                                        Math.min(
                                                                                                MOST,
                                                                                                limit)))))));
    }

    boolean covers(Instant changed) {
        return from.filter(changed::isBefore).isEmpty()
                && to.filter(end -> !changed.isBefore(end)).isEmpty();
    }

    /** The query of the page behind this one, with all filters. */
    String next(int found) {
        StringBuilder query = new StringBuilder("offset=" + (offset + found) + "&limit=" + limit);
        from.ifPresent(at -> query.append("&date_from=").append(Envelope.timeText(at)));
        to.ifPresent(at -> query.append("&date_to=").append(Envelope.timeText(at)));
        return query.toString();
    }

    /** With an offset, or without one: then it is UTC (OCPI 2.2.1 §16.2 DateTime). */
    private static Checked<Optional<Instant>> time(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        if (text == null) {
            return new Good<>(Optional.empty());
        }
        try {
            Instant time =
                    text.matches(".*([Zz]|[+ -][0-9]{2}:[0-9]{2})")
                            ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return new Good<>(Optional.of(time));
        } catch (DateTimeException e) {
            // What cannot be read as a time is named to the caller.
            return new Bad<>("Parameter " + name, "must be a time like 2026-01-31T12:00:00Z");
        }
    }

    private static Checked<Integer> number(
            HttpServletRequest request, String name, int missing, int least) {
        String text = request.getParameter(name);
        if (text == null) {
            return new Good<>(missing);
        }
        return text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least
                ? new Good<>(Integer.parseInt(text))
                : new Bad<>("Parameter " + name, "must be a whole number of at least " + least);
    }
}
