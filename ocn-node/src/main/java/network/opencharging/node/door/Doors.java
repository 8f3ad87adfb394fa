package network.opencharging.node.door;

import network.opencharging.node.message.AnswerHeaders;
import network.opencharging.node.message.LogKeys;
import network.opencharging.node.message.Noise;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Trace;
import network.opencharging.node.message.TurnedAway;
import network.opencharging.node.platform.Versions;
import network.opencharging.node.relay.Relay;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.route.RouteTable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Two doors, one way behind them: platforms call {@code /ocpi/...}, nodes call {@code
 * /ocn/message}. Paths and queries are taken as they stand on the wire.
 */
public final class Doors {
    static final String OF_NODES = "/ocn/message";

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private static final int LONGEST_ECHO = 16;

    private final Relay relay;
    private final Envelopes envelopes;
    private final Supplier<String> freshIds;
    private final AdaptedDoor adapted;
    private final PlatformReception platforms;
    private final NodeReception nodes;

    /** Opens the doors to this relay. */
    public Doors(
            Relay relay,
            RouteTable routes,
            Versions versions,
            Envelopes envelopes,
            Supplier<String> freshIds,
            AdaptedDoor adapted) {
        this.relay = relay;
        this.envelopes = envelopes;
        this.freshIds = freshIds;
        this.adapted = adapted;
        this.platforms = new PlatformReception(routes, versions);
        this.nodes = new NodeReception(routes, versions);
    }

    /** Passes on what came in, and answers what is to be answered. Blocks until then. */
    HttpReply pass(HttpEntry entry) {
        return switch (MessageIds.read(entry.headers(), freshIds)) {
            case MessageIds.Reading.Malformed(String header) ->
                    declined(new Refusal.IdWrong(header), entry, ids());
            case MessageIds.Reading.Read(MessageIds ids, boolean _) -> guarded(entry, ids);
        };
    }

    /** The outermost loop: a fault of this node or of a plug-in costs one caller one answer. */
    private HttpReply guarded(HttpEntry entry, MessageIds ids) {
        try {
            return adapted.takes(entry.path())
                    ? adapted.pass(
                            entry, ids, this::outcome, refusal -> declinedAt(refusal, entry, ids))
                    : pass(entry, ids);
        } catch (RuntimeException e) {
            failed(e, ids);
            return refused(new Refusal.NodeFailed(), entry, ids);
        }
    }

    /** Whether a path that looks like none of this version is passed on all the same. */
    boolean takes(String path) {
        return adapted.takes(path);
    }

    private HttpReply pass(HttpEntry entry, MessageIds ids) {
        return switch (received(entry, ids)) {
            case Reception.Declined(Refusal refusal) -> declined(refusal, entry, ids);
            case Reception.Accepted(Received received) ->
                    reply(outcome(within(received, entry)), received, ids);
        };
    }

    private static Received within(Received received, HttpEntry entry) {
        Received held = received.with(entry.space());
        return entry.headers().get(Trace.HEADER).flatMap(Trace::read).map(held::in).orElse(held);
    }

    private Reception received(HttpEntry entry, MessageIds ids) {
        if (entry.tooMuch().isPresent()) {
            return new Reception.Declined(entry.tooMuch().get());
        }
        if (!entry.path().equals(OF_NODES)) {
            return platforms.receive(entry, ids);
        }
        return entry.method().equals("POST")
                ? nodes.receive(entry)
                : new Reception.Declined(new Refusal.MethodUnknown(entry.method()));
    }

    private MessageIds ids() {
        return new MessageIds(freshIds.get(), freshIds.get());
    }

    /** A fault on the way is an answer like others: it may have to be translated. */
    private Outcome outcome(Received received) {
        try {
            return relay.pass(received);
        } catch (RuntimeException e) {
            failed(e, received.message().ids());
            return new Outcome.Declined(new Refusal.NodeFailed());
        }
    }

    private static void failed(RuntimeException fault, MessageIds ids) {
        try (var _ = MDC.putCloseable(LogKeys.CORRELATION, ids.correlationId())) {
            LOG.error("a fault of this node or of a plug-in, please report it", fault);
        }
    }

    private HttpReply declined(Refusal refusal, HttpEntry entry, MessageIds ids) {
        declinedAt(refusal, entry, ids);
        return refused(refusal, entry, ids);
    }

    private void declinedAt(Refusal refusal, HttpEntry entry, MessageIds ids) {
        try (var _ = MDC.putCloseable(LogKeys.CORRELATION, ids.correlationId());
                var _ = MDC.putCloseable(LogKeys.REQUEST, ids.requestId())) {
            LOG.info("declined at the door: {}", refusal);
        }
        turnedAway(refusal, entry, ids);
    }

    private void turnedAway(Refusal refusal, HttpEntry entry, MessageIds ids) {
        Optional<RouteKey> asked =
                HttpMethod.of(entry.method())
                        .flatMap(method ->
                                RequestPath.parse(entry.path()).map(path -> path.key(method)));
        relay.turnedAway(
                new TurnedAway(ids, asked, entry.method(), entry.path().equals(OF_NODES), refusal));
    }

    /** The same without a line in the log, for what there may be very much of. */
    HttpReply refused(Refusal refusal, HttpEntry entry) {
        return switch (MessageIds.read(entry.headers(), freshIds)) {
            case MessageIds.Reading.Malformed _ -> crowdedOut(refusal, entry, ids());
            case MessageIds.Reading.Read(MessageIds ids, boolean _) ->
                    crowdedOut(refusal, entry, ids);
        };
    }

    private HttpReply crowdedOut(Refusal refusal, HttpEntry entry, MessageIds ids) {
        turnedAway(refusal, entry, ids);
        return refused(refusal, entry, ids);
    }

    /** Tells of what is no request. */
    void noise(Noise noise) {
        relay.noise(noise);
    }

    /** The answer to what is no HTTP. */
    HttpReply unreadable() {
        noise(Noise.HTTP);
        Verdict verdict =
                new Verdict(
                        400,
                        OcpiStatus.INVALID_PARAMETERS,
                        "The request cannot be read as HTTP, or its headers are larger than this"
                                + " node takes.");
        return new HttpReply(
                verdict.http(), Map.of(), envelopes.refusal(verdict, Optional.empty()));
    }

    private HttpReply refused(Refusal refusal, HttpEntry entry, MessageIds ids) {
        Verdict verdict = RefusalCodes.of(refusal);
        Body body = envelopes.refusal(verdict, entry.headers().get(HeaderNames.OCN_SIGNATURE));
        return written(
                new Reply(verdict.http(), AnswerHeaders.NONE, body),
                Routing.of(entry.headers()),
                ids,
                RefusalCodes.headers(refusal));
    }

    private HttpReply reply(Outcome outcome, Received received, MessageIds ids) {
        return switch (outcome) {
            case Outcome.Answered(Reply reply, Routing asked) ->
                    written(reply, asked, ids, Map.of());
            case Outcome.Declined(Refusal refusal) -> {
                Verdict verdict = RefusalCodes.of(refusal);
                Body body = envelopes.refusal(verdict, received.message().signature());
                yield written(
                        new Reply(verdict.http(), AnswerHeaders.NONE, body),
                        received.message().routing(),
                        ids,
                        RefusalCodes.headers(refusal));
            }
        };
    }

    /**
     * Ids and routing headers stand on every answer, also on a refusal (OCPI 2.2.1 §4.1.7.6, §4.2).
     */
    private static HttpReply written(
            Reply reply, Routing asked, MessageIds ids, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put(HeaderNames.X_REQUEST_ID, ids.requestId());
        headers.put(HeaderNames.X_CORRELATION_ID, ids.correlationId());
        asked.swapped()
                .forEach((name, value) -> {
                    // What can be no part of a party's id is not thrown back.
                    if (value.length() <= LONGEST_ECHO) {
                        headers.put(name, value);
                    }
                });
        reply.headers().forEach(headers::put);
        reply.vouching()
                .ifPresent(vouching ->
                        headers.put(HeaderNames.OCN_VERIFICATION_STATUS, vouching.status().name()));
        return new HttpReply(reply.status(), headers, reply.body());
    }
}
