package network.opencharging.tools.mock.hub;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Leg;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Caller;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Endpoints;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries a request to a guest and its answer back, and changes only what a hub must change. */
final class Post {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>");
    private static final List<String> KEPT =
            List.of(
                    HeaderNames.CONTENT_TYPE,
                    HeaderNames.X_CORRELATION_ID,
                    HeaderNames.OCN_SIGNATURE);
    private static final List<String> RETURNED =
            List.of(
                    HeaderNames.CONTENT_TYPE,
                    HeaderNames.X_TOTAL_COUNT,
                    HeaderNames.X_LIMIT,
                    HeaderNames.FROM_COUNTRY_CODE,
                    HeaderNames.FROM_PARTY_ID,
                    HeaderNames.TO_COUNTRY_CODE,
                    HeaderNames.TO_PARTY_ID);

    private final Wire wire;
    private final Links links;

    /**
     * What it needs from outside.
     *
     * @param calls sends
     * @param log remembers
     * @param clock the time
     * @param ids for X-Request-ID
     */
    record Wire(Caller calls, ExchangeLog log, Clock clock, Supplier<String> ids) {}

    Post(Wire wire, Links links) {
        this.wire = wire;
        this.links = links;
    }

    /**
     * Carries a request.
     *
     * @param asker who must be able to be called back
     * @param guest where it goes
     * @param url at the guest
     * @param to the party it is for
     * @throws IOException when the guest does not answer
     */
    Answer carry(Guest asker, Request request, Guest guest, URI url, PartyId to)
            throws IOException {
        Headers headers = headers(request, guest, to);
        Request outgoing =
                new Request(
                        request.method(),
                        callback(asker, url),
                        headers,
                        callback(asker, request.body()));
        Answer answer = send(outgoing);
        return returned(guest, request, answer);
    }

    private Headers headers(Request request, Guest guest, PartyId to) {
        Headers headers = Headers.NONE;
        for (String name : KEPT) {
            Optional<String> value = request.headers().get(name);
            headers = value.isPresent() ? headers.with(name, value.get()) : headers;
        }
        headers = headers.with(HeaderNames.X_REQUEST_ID, wire.ids().get());
        headers = headers.with(HeaderNames.AUTHORIZATION, guest.authorization());
        return RoutingHeaders.read(request.headers())
                        instanceof RoutingHeaders.Reading.Read(var routing)
                ? routing.to(to).writeTo(headers)
                : headers;
    }

    /** Of the body only the address changes; every other byte stays. */
    private String callback(Guest asker, String body) {
        Optional<String> url =
                JsonReader.standard().read(body).optional().orElse(Json.Null.NULL)
                                instanceof Json.Obj object
                        ? object.textOf("response_url")
                        : Optional.empty();
        Optional<URI> address = url.flatMap(Endpoints::address);
        if (address.isEmpty()) {
            return body;
        }
        String link = links.to(asker, address.get());
        String plain = url.orElseThrow();
        return body.replace(plain, link).replace(plain.replace("/", "\\/"), link);
    }

    private URI callback(Guest asker, URI url) {
        Request asked = new Request("GET", url, Headers.NONE, "");
        Map<String, String> query = asked.query();
        Optional<URI> address =
                Optional.ofNullable(query.get("response_url")).flatMap(Endpoints::address);
        if (address.isEmpty()) {
            return url;
        }
        String link = URLEncoder.encode(links.to(asker, address.get()), StandardCharsets.UTF_8);
        return URI.create(
                url.toString()
                        .replaceFirst(
                                "response_url=[^&]*",
                                Matcher.quoteReplacement("response_url=" + link)));
    }

    /**
     * Sends and remembers.
     *
     * @throws IOException when nobody answers
     */
    Answer send(Request request) throws IOException {
        Instant begun = Instant.now(wire.clock());
        try {
            Answer answer = wire.calls().send(request);
            remember(begun, request, status(answer), answer.headers(), answer.body());
            return answer;
        } catch (IOException e) {
            remember(begun, request, "no answer: " + e.getMessage(), Headers.NONE, "");
            throw e;
        }
    }

    private void remember(
            Instant begun, Request request, String line, Headers headers, String body) {
        Verdict none = new Verdict.NotChecked();
        wire.log()
                .add(
                        new Exchange(
                                Exchange.Direction.SENT,
                                begun,
                                Duration.between(begun, Instant.now(wire.clock())),
                                new Leg(request.line(), request.headers(), request.body(), none),
                                new Leg(line, headers, body, none)));
    }

    static String status(Answer answer) {
        return answer.status()
                + EnvelopeGlance.at(Body.of(answer.body()))
                        .map(found -> " " + found.status().code())
                        .orElse("");
    }

    /** OCPI 2.2.1 §4.1.4.1, §4.2: links lead through the hub, ids are those of the asker. */
    private Answer returned(Guest guest, Request request, Answer answer) {
        Headers headers = Headers.NONE;
        for (String name : RETURNED) {
            Optional<String> value = answer.headers().get(name);
            headers = value.isPresent() ? headers.with(name, value.get()) : headers;
        }
        for (String name : List.of(HeaderNames.X_REQUEST_ID, HeaderNames.X_CORRELATION_ID)) {
            Optional<String> value = request.headers().get(name);
            headers = value.isPresent() ? headers.with(name, value.get()) : headers;
        }
        Optional<String> next =
                answer.headers()
                        .get(HeaderNames.LINK)
                        .map(NEXT::matcher)
                        .filter(Matcher::find)
                        .flatMap(found -> Endpoints.address(found.group(1)))
                        .map(url -> "<" + links.to(guest, url) + ">; rel=\"next\"");
        headers = next.isPresent() ? headers.with(HeaderNames.LINK, next.get()) : headers;
        Optional<String> location =
                answer.headers()
                        .get(HeaderNames.LOCATION)
                        .flatMap(Endpoints::address)
                        .map(url -> links.to(guest, url));
        headers =
                location.isPresent() ? headers.with(HeaderNames.LOCATION, location.get()) : headers;
        return Answer.of(answer.status(), headers, answer.body());
    }
}
