package network.opencharging.tools.ocpi.door;

import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Leg;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Connection;
import network.opencharging.tools.ocpi.Connection.Access;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.door.Desks.Kind;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers every request to a platform: authenticate, find the interface, answer, sign, remember.
 */
public final class OcpiDoor {
    private final PartyId self;
    private final Connection connection;
    private final Signing signing;
    private final Desks desks;
    private final ExchangeLog log;
    private final Clock clock;

    /** The door of one party's platform. */
    public OcpiDoor(
            PartyId self,
            Connection connection,
            Signing signing,
            Desks desks,
            ExchangeLog log,
            Clock clock) {
        this.self = self;
        this.connection = connection;
        this.signing = signing;
        this.desks = desks;
        this.log = log;
        this.clock = clock;
    }

    /** The answer to a request; never fails, whatever comes in. */
    public Answer answer(Request request) {
        Instant begun = Instant.now(clock);
        Access access =
                request.headers()
                        .get("Authorization")
                        .flatMap(OcpiDoor::token)
                        .map(connection::access)
                        .orElse(Access.NONE);
        boolean functional = desks.kind(request) == Kind.FUNCTIONAL;
        Verdict verdict = functional ? check(request) : new Verdict.NotChecked();
        Outcome outcome = outcome(request, access, verdict);
        Answer answer = finish(new AnswerWriter(clock), outcome, request);
        remember(begun, request, verdict, answer, functional);
        return answer;
    }

    private Outcome outcome(Request request, Access access, Verdict verdict) {
        if (access == Access.NONE) {
            return new Outcome.Refusal(
                    401,
                    OcpiStatus.CLIENT_ERROR,
                    "Authorization must be 'Token ' and the Base64 of a token that we gave you");
        }
        if (desks.kind(request) == Kind.REGISTRATION) {
            return desks.configuration(request);
        }
        if (access == Access.REGISTRATION) {
            return new Outcome.Refusal(
                    401, OcpiStatus.CLIENT_ERROR, "token A opens versions and credentials only");
        }
        return desks.kind(request) == Kind.UNROUTED
                ? desks.module(request, Optional.empty())
                : functional(request, verdict);
    }

    private Outcome functional(Request request, Verdict verdict) {
        if (verdict instanceof Verdict.Refused(String reason)) {
            return Outcome.invalid("OCN-Signature: " + reason);
        }
        return switch (RoutingHeaders.read(request.headers())) {
            case RoutingHeaders.Reading.Faulty(var fault) -> Outcome.invalid(fault.sentence());
            case RoutingHeaders.Reading.Read(var routing) ->
                    routing.to().equals(Optional.of(self))
                            ? desks.module(request, Optional.of(routing.from()))
                            : Outcome.invalid(
                                    "OCPI-to is "
                                            + routing.to().map(PartyId::toString).orElse("missing")
                                            + ", this is "
                                            + self);
        };
    }

    private Verdict check(Request request) {
        return from(request)
                .map(sender -> signing.check(request, sender))
                .orElse(new Verdict.NotChecked());
    }

    private Answer finish(AnswerWriter writer, Outcome outcome, Request request) {
        URI endpoint = desks.address(request);
        Answer plain = writer.write(outcome, request, endpoint);
        if (desks.kind(request) != Kind.FUNCTIONAL) {
            return plain;
        }
        Headers headers =
                from(request)
                        .map(asker -> RoutingHeaders.of(self, asker).writeTo(plain.headers()))
                        .orElse(plain.headers());
        return signing.sign(new Answer(plain.status(), headers, plain.body(), plain.afterwards()));
    }

    private void remember(
            Instant begun, Request request, Verdict verdict, Answer answer, boolean functional) {
        Leg asked =
                new Leg(
                        request.line(),
                        request.headers(),
                        functional ? request.body() : "",
                        verdict);
        String code =
                EnvelopeGlance.at(Body.of(answer.body()))
                        .map(found -> " " + found.status().code())
                        .orElse("");
        Leg answered =
                new Leg(
                        answer.status() + code,
                        answer.headers(),
                        functional ? answer.body() : "",
                        new Verdict.NotChecked());
        Duration took = Duration.between(begun, Instant.now(clock));
        log.add(new Exchange(Exchange.Direction.RECEIVED, begun, took, asked, answered));
    }

    private static Optional<PartyId> from(Request request) {
        return RoutingHeaders.read(request.headers())
                        instanceof RoutingHeaders.Reading.Read(var read)
                ? Optional.of(read.from())
                : Optional.empty();
    }

    /** Base64 only: a party of the test bench takes no other form, so that wrong ones are found. */
    private static Optional<String> token(String header) {
        return CredentialsToken.candidates(header).stream()
                .filter(found -> found.encoding() == CredentialsToken.Encoding.BASE64)
                .map(found -> found.token().reveal())
                .findFirst();
    }
}
