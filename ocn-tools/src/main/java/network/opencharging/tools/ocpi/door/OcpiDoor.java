package network.opencharging.tools.ocpi.door;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Leg;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Headers;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Connection;
import network.opencharging.tools.ocpi.Connection.Access;
import network.opencharging.tools.ocpi.Envelope;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.Routing;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.TokenHeader;
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
                        .flatMap(TokenHeader::read)
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
        Optional<Routing> routing = Routing.read(request.headers());
        if (routing.isEmpty()) {
            return Outcome.invalid("one of the four OCPI-to/OCPI-from headers is missing");
        }
        if (!routing.get().to().equals(self)) {
            return Outcome.invalid("OCPI-to is " + routing.get().to() + ", this is " + self);
        }
        return desks.module(request, Optional.of(routing.get().from()));
    }

    private Verdict check(Request request) {
        return Routing.read(request.headers())
                .map(routing -> signing.check(request, routing.from()))
                .orElse(new Verdict.NotChecked());
    }

    private Answer finish(AnswerWriter writer, Outcome outcome, Request request) {
        URI endpoint = desks.address(request);
        Answer plain = writer.write(outcome, request, endpoint);
        if (desks.kind(request) != Kind.FUNCTIONAL) {
            return plain;
        }
        Headers headers =
                Routing.read(request.headers())
                        .map(routing -> new Routing(routing.from(), self).write(plain.headers()))
                        .orElse(plain.headers());
        return signing.sign(new Answer(plain.status(), headers, plain.body(), plain.afterwards()));
    }

    private void remember(
            Instant begun, Request request, Verdict verdict, Answer answer, boolean functional) {
        String query = request.target().getRawQuery();
        Leg asked =
                new Leg(
                        request.method()
                                + " "
                                + request.path()
                                + (query == null ? "" : "?" + query),
                        request.headers(),
                        functional ? request.body() : "",
                        verdict);
        String code =
                Envelope.read(answer.body()).map(found -> " " + found.status().code()).orElse("");
        Leg answered =
                new Leg(
                        answer.status() + code,
                        answer.headers(),
                        functional ? answer.body() : "",
                        new Verdict.NotChecked());
        Duration took = Duration.between(begun, Instant.now(clock));
        log.add(new Exchange(Exchange.Direction.RECEIVED, begun, took, asked, answered));
    }
}
