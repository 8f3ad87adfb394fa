package network.opencharging.tools.manner;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.tools.wire.Heard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All manners. */
public final class Manners {
    /** With these nobody owes an envelope: the request never came to OCPI. */
    private static final Set<Integer> BEFORE_OCPI = Set.of(400, 401, 403, 404, 405, 413, 415);

    private static final Set<Integer> KNOWN = Set.of(200, 201, 202, 400, 401, 403, 404, 405, 413);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private Manners() {}

    /** In the order in which an answer is read. */
    public static List<Manner> all() {
        return Stream.of(status(), envelope(), codes(), routing()).flatMap(List::stream).toList();
    }

    private static List<Manner> status() {
        return List.of(
                new Manner(
                        "STAT-1",
                        "HTTP says only what HTTP is for",
                        Paragraph.STATUS,
                        Manners::knownHttp),
                new Manner(
                        "URL-1",
                        "no answer is a redirect",
                        Paragraph.ENDPOINTS,
                        Manners::noRedirect));
    }

    private static List<Manner> envelope() {
        return List.of(
                new Manner(
                        "ENV-1",
                        "the body is a JSON object",
                        Paragraph.RESPONSE,
                        Manners::isObject),
                new Manner(
                        "ENV-2",
                        "status_code is a whole number",
                        Paragraph.RESPONSE,
                        Manners::hasStatusCode),
                new Manner(
                        "ENV-3",
                        "timestamp is a DateTime in UTC",
                        Paragraph.DATE_TIME,
                        Manners::hasTime),
                new Manner(
                        "TIME-2",
                        "timestamp is within five minutes of the time here",
                        Paragraph.RESPONSE,
                        Manners::clocksAgree),
                new Manner(
                        "ENV-4",
                        "Content-Type is application/json",
                        Paragraph.RESPONSE,
                        Manners::isTyped));
    }

    private static List<Manner> codes() {
        return List.of(
                new Manner(
                        "STAT-2",
                        "HTTP and OCPI say the same",
                        Paragraph.STATUS,
                        Manners::statusesAgree),
                new Manner(
                        "STAT-3",
                        "the status code is one that OCPI knows",
                        Paragraph.STATUS,
                        Manners::statusInRange));
    }

    private static List<Manner> routing() {
        return List.of(
                new Manner(
                        "ID-1",
                        "X-Request-ID comes back",
                        Paragraph.IDS,
                        heard -> comesBack(heard, HeaderNames.X_REQUEST_ID)),
                new Manner(
                        "ID-2",
                        "X-Correlation-ID comes back",
                        Paragraph.IDS,
                        heard -> comesBack(heard, HeaderNames.X_CORRELATION_ID)),
                new Manner(
                        "ROUTE-1",
                        "answers to parties carry all routing headers",
                        Paragraph.ROUTING_HEADERS,
                        Manners::isRouted),
                new Manner(
                        "ROUTE-2",
                        "from and to change places in answers",
                        Paragraph.ROUTING_OVERVIEW,
                        Manners::isTurned));
    }

    private static Optional<String> knownHttp(Heard heard) {
        int http = heard.answer().status();
        return KNOWN.contains(http) || http / 100 == 3
                ? Optional.empty()
                : wrong("a well-formed request was answered with HTTP %d".formatted(http));
    }

    private static Optional<String> noRedirect(Heard heard) {
        return heard.answer().status() / 100 == 3
                ? wrong("HTTP %d: clients lose body or token".formatted(heard.answer().status()))
                : Optional.empty();
    }

    private static boolean owesEnvelope(Heard heard) {
        int http = heard.answer().status();
        return http / 100 == 2 || (BEFORE_OCPI.contains(http) && heard.envelope().isPresent());
    }

    private static Optional<String> isObject(Heard heard) {
        boolean owes = heard.answer().status() / 100 == 2;
        return owes && heard.envelope().isEmpty()
                ? wrong(
                        heard.json().isPresent()
                                ? "the body is JSON, but no object: the envelope is missing"
                                : "the body is not JSON")
                : Optional.empty();
    }

    private static Optional<String> hasStatusCode(Heard heard) {
        return unless(heard, _ -> heard.status().isPresent(), "there is none that can be read");
    }

    private static Optional<String> hasTime(Heard heard) {
        return unless(
                heard,
                found -> found.textOf("timestamp").filter(OcpiTime::isStrict).isPresent(),
                "timestamp is missing or no DateTime such as 2026-11-28T12:00:00Z");
    }

    private static Optional<String> clocksAgree(Heard heard) {
        Optional<Instant> said =
                heard.envelope()
                        .flatMap(found -> found.textOf("timestamp"))
                        .flatMap(OcpiTime::read);
        return said.map(time -> Duration.between(time, heard.at()).abs())
                .filter(off -> off.compareTo(SKEW) > 0)
                .map(off -> "it is %d seconds off".formatted(off.toSeconds()));
    }

    private static Optional<String> isTyped(Heard heard) {
        boolean json =
                heard.header(HeaderNames.CONTENT_TYPE)
                        .filter(type ->
                                type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                        .isPresent();
        return unless(heard, _ -> json, "Content-Type is missing or another");
    }

    private static Optional<String> statusesAgree(Heard heard) {
        int http = heard.answer().status();
        Optional<Integer> code = heard.status();
        return http >= 400 && code.filter(found -> found / 1000 == 1).isPresent()
                ? wrong("HTTP %d with OCPI %d".formatted(http, code.get()))
                : Optional.empty();
    }

    private static Optional<String> statusInRange(Heard heard) {
        return heard.status()
                .filter(code -> code < 1000 || code > 4999)
                .map(code -> "%d is outside of 1000 to 4999".formatted(code));
    }

    private static Optional<String> comesBack(Heard heard, String name) {
        Optional<String> asked = heard.request().headers().get(name);
        return unless(heard, _ -> heard.header(name).equals(asked), name + " does not");
    }

    private static Optional<String> isRouted(Heard heard) {
        boolean all = HeaderNames.ROUTING.stream().allMatch(name -> heard.header(name).isPresent());
        return heard.routed() && heard.succeeded() && !all
                ? wrong("not all of the four OCPI-from and OCPI-to headers are there")
                : Optional.empty();
    }

    private static Optional<String> isTurned(Heard heard) {
        boolean turned =
                same(heard, HeaderNames.FROM_COUNTRY_CODE, HeaderNames.TO_COUNTRY_CODE)
                        && same(heard, HeaderNames.FROM_PARTY_ID, HeaderNames.TO_PARTY_ID)
                        && same(heard, HeaderNames.TO_COUNTRY_CODE, HeaderNames.FROM_COUNTRY_CODE)
                        && same(heard, HeaderNames.TO_PARTY_ID, HeaderNames.FROM_PARTY_ID);
        return heard.routed() && heard.succeeded() && isRouted(heard).isEmpty() && !turned
                ? wrong("the answer must be from whom was asked, to who asked")
                : Optional.empty();
    }

    private static boolean same(Heard heard, String ofAnswer, String ofRequest) {
        String asked = heard.request().headers().get(ofRequest).orElse("");
        return heard.header(ofAnswer).filter(asked::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> unless(Heard heard, Predicate<Json.Obj> good, String sentence) {
        return owesEnvelope(heard) && heard.envelope().filter(good.negate()).isPresent()
                ? wrong(sentence)
                : Optional.empty();
    }

    private static Optional<String> wrong(String sentence) {
        return Optional.of(sentence);
    }
}
