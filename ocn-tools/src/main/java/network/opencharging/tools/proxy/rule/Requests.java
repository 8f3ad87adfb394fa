package network.opencharging.tools.proxy.rule;

import static network.opencharging.bridge.model.Severity.ERROR;
import static network.opencharging.bridge.model.Severity.WARNING;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.http.Request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What every request of OCPI must be like. */
final class Requests {
    private static final String AUTH = "AUTH-1";

    private Requests() {}

    static List<Violation> check(Subject subject, Request request) {
        List<Violation> found = new ArrayList<>();
        authorization(request).ifPresent(found::add);
        ids(request, found);
        routing(subject, request, found);
        owner(subject, request).ifPresent(found::add);
        form(request, found);
        return found;
    }

    /** OCPI 2.2.1 §4.1.2, Authorization header: 'Token ' and the Base64 of the token. */
    private static Optional<Violation> authorization(Request request) {
        Optional<String> header = request.headers().get(HeaderNames.AUTHORIZATION);
        if (header.isEmpty()) {
            return auth("Authorization is missing");
        }
        if (!header.get().startsWith("Token ")) {
            return auth("Authorization must begin with 'Token '");
        }
        Optional<String> plain = decoded(header.get().substring("Token ".length()).strip());
        if (plain.isEmpty()) {
            return auth("the token is not Base64, which OCPI 2.2.1 demands");
        }
        if (plain.get().endsWith("\n") || plain.get().endsWith("\r")) {
            return auth("the token was encoded with a line end behind it");
        }
        boolean twice = plain.get().length() >= 24 && decoded(plain.get()).isPresent();
        return twice && plain.get().endsWith("=")
                ? auth("the token looks as if it was encoded twice")
                : Optional.empty();
    }

    private static Optional<Violation> auth(String sentence) {
        return Optional.of(Violation.ofRequest(AUTH, ERROR, "header Authorization", sentence));
    }

    /** The text in a Base64; empty when it is none, or no text comes out. */
    private static Optional<String> decoded(String text) {
        try {
            String plain =
                    new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1);
            boolean readable =
                    plain.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r');
            return readable && !plain.isEmpty() ? Optional.of(plain) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // That is the answer: it is no Base64.
            return Optional.empty();
        }
    }

    private static void ids(Request request, List<Violation> found) {
        for (String name : List.of(HeaderNames.X_REQUEST_ID, HeaderNames.X_CORRELATION_ID)) {
            if (request.headers().get(name).isEmpty()) {
                found.add(
                        Violation.ofRequest(
                                "ID-3", ERROR, "header " + name, "every request must carry it"));
            }
        }
    }

    private static void routing(Subject subject, Request request, List<Violation> found) {
        if (!subject.isRouted()) {
            HeaderNames.ROUTING.stream()
                    .filter(name -> request.headers().get(name).isPresent())
                    .findFirst()
                    .ifPresent(name ->
                            found.add(
                                    Violation.ofRequest(
                                            "ROUTE-4",
                                            WARNING,
                                            "header " + name,
                                            "module %s is used without routing headers"
                                                    .formatted(subject.module()))));
            return;
        }
        if (RoutingHeaders.read(request.headers())
                instanceof RoutingHeaders.Reading.Faulty(var fault)) {
            found.add(
                    Violation.ofRequest(
                            "ROUTE-3", ERROR, "header " + fault.header(), fault.sentence()));
        }
        HeaderNames.ROUTING.stream()
                .filter(name ->
                        request.headers()
                                .get(name)
                                .filter(value -> !value.equals(value.toUpperCase(Locale.ROOT)))
                                .isPresent())
                .findFirst()
                .ifPresent(name ->
                        found.add(
                                Violation.ofRequest(
                                        "CASE-1",
                                        WARNING,
                                        "header " + name,
                                        "many compare ids as they are written: use capitals")));
    }

    /** OCPI 2.2.1 §4.1.5: who owns the object in the path is who sends it. */
    private static Optional<Violation> owner(Subject subject, Request request) {
        Optional<PartyId> owner = subject.owner();
        boolean writes = Set.of("PUT", "PATCH", "DELETE").contains(request.method());
        if (owner.isEmpty() || !writes || !subject.isRouted()) {
            return Optional.empty();
        }
        if (RoutingHeaders.read(request.headers()) instanceof RoutingHeaders.Reading.Read(var read)
                && !read.from().equals(owner.get())) {
            return Optional.of(
                    Violation.ofRequest(
                            "OWN-1",
                            WARNING,
                            "header " + HeaderNames.FROM_PARTY_ID,
                            "%s sends an object of %s".formatted(read.from(), owner.get())));
        }
        Optional<PartyId> inside = inBody(request);
        return inside.filter(party -> !party.equals(owner.get())).isPresent()
                ? Optional.of(
                        Violation.ofRequest(
                                "OWN-1",
                                ERROR,
                                "$.party_id",
                                "the body is of %s, the path of %s"
                                        .formatted(inside.get(), owner.get())))
                : Optional.empty();
    }

    private static Optional<PartyId> inBody(Request request) {
        return JsonReader.standard().read(request.body()).optional().orElse(Json.Null.NULL)
                        instanceof Json.Obj body
                ? body.textOf("country_code")
                        .flatMap(country ->
                                body.textOf("party_id")
                                        .flatMap(party -> PartyId.of(country, party)))
                : Optional.empty();
    }

    private static void form(Request request, List<Violation> found) {
        if (request.path().contains("//")) {
            found.add(
                    Violation.ofRequest(
                            "URL-1", WARNING, "path", "there is an empty segment in the address"));
        }
        boolean typed =
                request.headers()
                        .get(HeaderNames.CONTENT_TYPE)
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                        .isPresent();
        if (!request.body().isEmpty() && !typed) {
            found.add(
                    Violation.ofRequest(
                            "ENV-4",
                            ERROR,
                            "header " + HeaderNames.CONTENT_TYPE,
                            "it must be application/json"));
        }
    }
}
