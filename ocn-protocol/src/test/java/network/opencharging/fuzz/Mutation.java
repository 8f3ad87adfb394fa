package network.opencharging.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes requests worse: one to five changes each, the same for the same seed. */
public final class Mutation {
    private static final Pattern JSON =
            Pattern.compile(
                    "\"(?:[^\"\\\\]|\\\\.)*+\"|-?\\d+(?:\\.\\d+)?|true|false|null|[{}\\[\\]:,]");

    private static final List<String> METHODS =
            List.of(
                    "GET",
                    "POST",
                    "PUT",
                    "PATCH",
                    "DELETE",
                    "HEAD",
                    "OPTIONS",
                    "TRACE",
                    "CONNECT",
                    "BREW",
                    "get",
                    "",
                    "G\u0000T",
                    "A".repeat(300));

    private static final List<String> WORDS =
            List.of(
                    "",
                    "\u0000",
                    "%00",
                    "%2e%2e/",
                    "../",
                    "..;/",
                    "%",
                    "%zz",
                    "%c0%ae",
                    "%25%32%65",
                    "\\",
                    "//",
                    "?",
                    "#",
                    "&",
                    "=",
                    ";",
                    ":",
                    "'",
                    "\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1",
                    "1e999",
                    "1E-999",
                    "-0.0",
                    "9".repeat(400),
                    "2147483648",
                    "9223372036854775808",
                    "\u00e9",
                    "\ud83d\ude00",
                    "\ud800",
                    "\u202e",
                    "\u0130",
                    "\u00df",
                    " ",
                    "\t",
                    "\r",
                    "\n",
                    "\r\n",
                    "\r\nX-More: 1",
                    "a".repeat(300),
                    "a".repeat(9000),
                    "{\"a\":".repeat(300),
                    "[".repeat(2000),
                    "DE",
                    "ALC",
                    "FR",
                    "CAR",
                    "DOR",
                    "IT",
                    "CH",
                    "OCN",
                    "de",
                    "1970-01-01T00:00:00Z",
                    "9999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "+1000000000-01-01T00:00:00Z",
                    "2026-02-30T00:00:00",
                    "offset=",
                    "limit=",
                    "date_from=",
                    "page/",
                    "${x}",
                    "#{1+1}",
                    "<script>",
                    "' or 1=1 --",
                    "Token ",
                    "Basic ",
                    "Token Token ",
                    "versions",
                    "credentials",
                    "receiver",
                    "sender",
                    "2.2.1",
                    "2.2",
                    "2.1.1",
                    "2.3.0",
                    "custom",
                    "http://",
                    "http://[::1]:1/",
                    "file:///etc/passwd",
                    "chunked",
                    "gzip",
                    "100-continue");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "\"\"",
                    "0",
                    "-1",
                    "1e400",
                    "0.1e-400",
                    "123456789012345678901234567890",
                    "\"" + "x".repeat(3000) + "\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "[[[[[[]]]]]]",
                    "{\"\":{\"\":[null]}}",
                    "\"DE\"",
                    "\"http://127.0.0.1:1/x\"",
                    "\"GET\"",
                    "\"CUSTOM\"",
                    "{",
                    "]",
                    "\"",
                    "1 2",
                    "NaN",
                    "\"a\":1");

    private static final List<String> NAMES =
            List.of(
                    "Authorization",
                    "X-Request-ID",
                    "X-Correlation-ID",
                    "OCPI-from-country-code",
                    "OCPI-from-party-id",
                    "OCPI-to-country-code",
                    "OCPI-to-party-id",
                    "OCN-Signature",
                    "Content-Type",
                    "Content-Length",
                    "Transfer-Encoding",
                    "Host",
                    "Accept",
                    "Expect",
                    "Content-Encoding",
                    "Range",
                    "X-Forwarded-For",
                    "Cookie",
                    "Origin",
                    "If-Modified-Since",
                    "Upgrade",
                    "X-HTTP-Method-Override",
                    "\u00e9",
                    "a b");

    private final RandomGenerator random;

    /** Changes drawn from this. */
    public Mutation(RandomGenerator random) {
        this.random = random;
    }

    /** The request, worse. */
    public WireRequest of(WireRequest request) {
        WireRequest worse = request;
        for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
            worse = once(worse);
        }
        return worse;
    }

    private WireRequest once(WireRequest request) {
        return switch (random.nextInt(10)) {
            case 0 -> request.withMethod(one(METHODS));
            case 1, 2 -> request.withTarget(text(request.target()));
            case 3 ->
                    request.withTarget(
                            request.target()
                                    + (random.nextBoolean() ? "?" : "&")
                                    + one(WORDS)
                                    + "="
                                    + one(WORDS));
            case 4 -> request.with(one(NAMES), one(WORDS));
            case 5, 6 -> request.withHeaders(headers(request.headers()));
            case 7 -> request.withBody(bytes(request.body().bytes()));
            default -> request.withBody(json(request.body().bytes()));
        };
    }

    private List<WireRequest.Header> headers(List<WireRequest.Header> before) {
        List<WireRequest.Header> after = new ArrayList<>(before);
        if (after.isEmpty()) {
            return after;
        }
        int at = random.nextInt(after.size());
        WireRequest.Header header = after.get(at);
        switch (random.nextInt(4)) {
            case 0 -> after.remove(at);
            case 1 -> after.add(header);
            default -> after.set(at, new WireRequest.Header(header.name(), text(header.value())));
        }
        return after;
    }

    /** Something put in, taken out, doubled or put in place of something. */
    private String text(String before) {
        int from = random.nextInt(before.length() + 1);
        int to = from + random.nextInt(Math.min(12, before.length() - from + 1));
        String middle =
                switch (random.nextInt(4)) {
                    case 0 -> one(WORDS) + before.substring(from, to);
                    case 1 -> "";
                    case 2 -> before.substring(from, to).repeat(2);
                    default -> one(WORDS);
                };
        return before.substring(0, from) + middle + before.substring(to);
    }

    /** A body that is not as it should be, three times out of four; else it is left alone. */
    public byte[] body(byte[] before) {
        return switch (random.nextInt(4)) {
            case 0 -> before.clone();
            case 1 -> bytes(before);
            default -> json(before);
        };
    }

    private byte[] bytes(byte[] before) {
        if (before.length == 0 || random.nextInt(4) == 0) {
            return one(WORDS).getBytes(StandardCharsets.UTF_8);
        }
        byte[] after = before.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            after[random.nextInt(after.length)] = (byte) random.nextInt(256);
        }
        return after;
    }

    /** One of its JSON's tokens in exchange for another value. */
    private byte[] json(byte[] before) {
        String text = new String(before, StandardCharsets.UTF_8);
        List<MatchResult> tokens = JSON.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return one(VALUES).getBytes(StandardCharsets.UTF_8);
        }
        MatchResult token = tokens.get(random.nextInt(tokens.size()));
        String after = text.substring(0, token.start()) + one(VALUES) + text.substring(token.end());
        return after.getBytes(StandardCharsets.UTF_8);
    }

    /** One of them. */
    public <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
