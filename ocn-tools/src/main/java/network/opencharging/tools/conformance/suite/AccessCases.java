package network.opencharging.tools.conformance.suite;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who may ask, and the registration itself (OCPI 2.2.1 §4.1.2 and §7). */
final class AccessCases {
    private static final String UNKNOWN =
            Base64.getEncoder()
                    .encodeToString("nobody-has-this-token".getBytes(StandardCharsets.UTF_8));

    private AccessCases() {}

    static List<Case> all() {
        return Stream.concat(reading().stream(), Stream.of(again())).toList();
    }

    static List<Case> reading() {
        return Stream.of(strangers(), credentials()).flatMap(List::stream).toList();
    }

    private static List<Case> strangers() {
        return List.of(
                new Case(
                        "AUTH-1",
                        "without a token: HTTP 401",
                        Paragraph.AUTHORIZATION,
                        bench ->
                                refused(
                                        bench,
                                        headers -> headers.without(HeaderNames.AUTHORIZATION))),
                new Case(
                        "AUTH-2",
                        "an unknown token: HTTP 401",
                        Paragraph.AUTHORIZATION,
                        bench ->
                                refused(
                                        bench,
                                        headers ->
                                                headers.with(
                                                        HeaderNames.AUTHORIZATION,
                                                        "Token " + UNKNOWN))),
                new Case(
                        "AUTH-3",
                        "another scheme than Token: HTTP 401",
                        Paragraph.AUTHORIZATION,
                        bench ->
                                refused(
                                        bench,
                                        headers ->
                                                headers.with(
                                                        HeaderNames.AUTHORIZATION,
                                                        "Bearer " + UNKNOWN))));
    }

    private static List<Case> credentials() {
        return List.of(
                new Case(
                        "CRED-2",
                        "its credentials are whole",
                        Paragraph.CREDENTIALS_GET,
                        bench -> {
                            Optional<URI> url = bench.directory().endpoints().credentials();
                            if (url.isEmpty()) {
                                return Verdict.skipped("it offers no credentials");
                            }
                            Heard heard = bench.line().configure("GET", url.get(), "");
                            Optional<String> wrong =
                                    heard.data()
                                            .map(data -> Bench.wrong("Credentials", data))
                                            .orElse(Optional.of("data is missing"));
                            return Verdict.that(
                                    heard.succeeded() && wrong.isEmpty(), heard, wrong.orElse(""));
                        }));
    }

    private static Case again() {
        return new Case(
                "CRED-3",
                "who is registered may not POST again: HTTP 405",
                Paragraph.CREDENTIALS_POST,
                bench -> {
                    Optional<URI> url = bench.directory().endpoints().credentials();
                    if (url.isEmpty()) {
                        return Verdict.skipped("it offers no credentials");
                    }
                    Heard heard = bench.line().configure("POST", url.get(), again(bench));
                    return Verdict.that(
                            heard.answer().status() == 405, heard, "HTTP 405 is wanted");
                });
    }

    private static Verdict refused(Bench bench, UnaryOperator<Headers> spoilt)
            throws java.io.IOException {
        Request request = bench.line().request("GET", bench.directory().url(), "");
        Heard heard =
                bench.line()
                        .say(
                                new Request(
                                        request.method(),
                                        request.target(),
                                        spoilt.apply(request.headers()),
                                        ""));
        return Verdict.that(heard.answer().status() == 401, heard, "HTTP 401 is wanted");
    }

    private static String again(Bench bench) {
        return """
        {"token":"ocn-tools-conformance","url":"https://conformance.invalid/versions",
         "roles":[{"role":"OTHER","country_code":"%s","party_id":"%s",
          "business_details":{"name":"OCN Tools","website":"https://conformance.invalid"}}]}
        """
                .formatted(bench.self().countryCode(), bench.self().partyId());
    }
}
