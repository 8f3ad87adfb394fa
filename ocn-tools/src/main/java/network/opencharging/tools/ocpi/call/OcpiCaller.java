package network.opencharging.tools.ocpi.call;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Leg;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Caller;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Connection;
import network.opencharging.tools.ocpi.Peer;
import network.opencharging.tools.ocpi.Signing;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Sends the requests of one party through the hub it is connected to, and remembers them. */
public final class OcpiCaller {
    private final PartyId self;
    private final Connection connection;
    private final Signing signing;
    private final Wire wire;

    /**
     * What every request needs from outside.
     *
     * @param calls sends
     * @param log remembers
     * @param clock for timestamps
     * @param ids for X-Request-ID and X-Correlation-ID
     */
    public record Wire(Caller calls, ExchangeLog log, Clock clock, Supplier<String> ids) {}

    /** A caller for one party. */
    public OcpiCaller(PartyId self, Connection connection, Signing signing, Wire wire) {
        this.self = self;
        this.connection = connection;
        this.signing = signing;
        this.wire = wire;
    }

    /**
     * Sends a request of a functional module and judges the answer.
     *
     * @throws IOException when nobody is registered, the hub lacks the interface, or nobody answers
     */
    public Reply send(Call call) throws IOException {
        return send(call, wire.ids().get());
    }

    /** As {@link #send(Call)}, as part of an exchange that began before. */
    public Reply send(Call call, String correlationId) throws IOException {
        Peer hub =
                connection
                        .peer()
                        .orElseThrow(() -> new IOException(self + " is not registered with a hub"));
        Headers headers =
                RoutingHeaders.of(self, call.to()).writeTo(headers(hub.token(), correlationId));
        Request unsigned =
                new Request(
                        call.method(),
                        address(call.target(), hub),
                        headers,
                        call.body().map(JsonText::write).orElse(""));
        return exchange(signing.sign(unsigned), call.to());
    }

    /**
     * Sends a request of a configuration module (versions, credentials): no routing headers, no
     * signature, and the body is not remembered.
     */
    public Reply configure(String method, URI url, String token, String body) throws IOException {
        Request request = new Request(method, url, headers(token, wire.ids().get()), body);
        Instant begun = Instant.now(wire.clock());
        Answer answer = answer(request, begun);
        Leg asked = new Leg(request.line(), request.headers(), "", new Verdict.NotChecked());
        return remember(begun, asked, answer, new Verdict.NotChecked(), false);
    }

    private Reply exchange(Request request, PartyId to) throws IOException {
        Instant begun = Instant.now(wire.clock());
        Answer answer = answer(request, begun);
        Leg asked =
                new Leg(
                        request.line(),
                        request.headers(),
                        request.body(),
                        new Verdict.NotChecked());
        Verdict verdict = signing.check(answer, to);
        return remember(begun, asked, answer, verdict, true);
    }

    private Answer answer(Request request, Instant begun) throws IOException {
        try {
            return wire.calls().send(request);
        } catch (IOException e) {
            Leg asked = new Leg(request.line(), request.headers(), "", new Verdict.NotChecked());
            Leg silence =
                    new Leg("no answer: " + e.getMessage(), Headers.NONE, "", asked.verdict());
            wire.log().add(sent(begun, asked, silence));
            throw e;
        }
    }

    private Reply remember(
            Instant begun, Leg asked, Answer answer, Verdict verdict, boolean withBody) {
        var envelope = EnvelopeGlance.at(Body.of(answer.body()));
        String line =
                answer.status() + envelope.map(found -> " " + found.status().code()).orElse("");
        Leg answered = new Leg(line, answer.headers(), withBody ? answer.body() : "", verdict);
        Exchange exchange = sent(begun, asked, answered);
        wire.log().add(exchange);
        return new Reply(answer, envelope, exchange);
    }

    private Exchange sent(Instant begun, Leg asked, Leg answered) {
        Duration took = Duration.between(begun, Instant.now(wire.clock()));
        return new Exchange(Exchange.Direction.SENT, begun, took, asked, answered);
    }

    private Headers headers(String token, String correlationId) {
        return new MessageIds(wire.ids().get(), correlationId)
                .writeTo(Headers.NONE)
                .with(HeaderNames.AUTHORIZATION, authorization(token))
                .with(HeaderNames.CONTENT_TYPE, "application/json");
    }

    /** OCPI 2.2.1 §4.1.2; a hub that gives a token of the wrong form gets it back as it is. */
    private static String authorization(String token) {
        return CredentialsToken.of(token)
                .map(known -> known.header(CredentialsToken.Encoding.BASE64))
                .orElse("Token " + token);
    }

    private static URI address(Target target, Peer hub) throws IOException {
        return switch (target) {
            case Target.Address(URI url) -> url;
            case Target.Module module -> {
                URI base =
                        hub.endpoints()
                                .find(module.module(), module.role())
                                .orElseThrow(() ->
                                        new IOException(
                                                "the hub offers no "
                                                        + module.module()
                                                        + " "
                                                        + module.role()
                                                        + " interface"));
                yield URI.create(base + module.suffix());
            }
        };
    }
}
