package network.opencharging.node.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.message.AnswerHeaders;
import network.opencharging.node.message.LogKeys;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Routing;
import network.opencharging.node.platform.Versions;
import network.opencharging.node.relay.Relay;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.route.RouteTable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Two doors, one way behind them: platforms call {@code /ocpi/...}, nodes call {@code
 * /ocn/message}. Paths and queries are taken as they stand on the wire.
 */
@Controller
public class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final Relay relay;
    private final Envelopes envelopes;
    private final DoorLimits limits;
    private final Supplier<String> freshIds;
    private final PlatformReception platforms;
    private final NodeReception nodes;

    /** Opens the doors to this relay. */
    public Doors(
            Relay relay,
            RouteTable routes,
            Versions versions,
            Envelopes envelopes,
            DoorLimits limits,
            Supplier<String> freshIds) {
        this.relay = relay;
        this.envelopes = envelopes;
        this.limits = limits;
        this.freshIds = freshIds;
        this.platforms = new PlatformReception(routes, versions);
        this.nodes = new NodeReception(routes, versions);
    }

    /** What platforms send to each other. */
    @RequestMapping({
        "/ocpi/sender/**",
        "/ocpi/receiver/**",
        "/ocpi/custom/**",
        "/ocpi/{version}/sender/**",
        "/ocpi/{version}/receiver/**",
        "/ocpi/2.2/versions",
        "/ocpi/2.2.1/versions"
    })
    public void fromPlatform(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        pass(request, response, platforms::receive);
    }

    /** Spring answers this method itself unless somebody asks for it by name. */
    @RequestMapping(
            method = RequestMethod.OPTIONS,
            path = {
                "/ocpi/sender/**",
                "/ocpi/receiver/**",
                "/ocpi/custom/**",
                "/ocpi/{version}/sender/**",
                "/ocpi/{version}/receiver/**",
                "/ocpi/2.2/versions",
                "/ocpi/2.2.1/versions",
                "/ocn/message"
            })
    public void options(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        pass(
                request,
                response,
                (entry, headers, ids) ->
                        new Reception.Declined(new Refusal.MethodUnknown(entry.method())));
    }

    /** What nodes send to each other. */
    @RequestMapping("/ocn/message")
    public void fromNode(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        pass(
                request,
                response,
                (entry, headers, ids) ->
                        entry.method().equals("POST")
                                ? nodes.receive(entry, headers)
                                : new Reception.Declined(
                                        new Refusal.MethodUnknown(entry.method())));
    }

    /** How one door makes a message of a request. */
    private interface Door {
        Reception receive(HttpEntry entry, Headers headers, MessageIds ids) throws IOException;
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, Door door)
            throws IOException {
        HttpEntry entry = new HttpEntry(request, limits);
        Headers headers = entry.headers();
        switch (MessageIds.read(headers, freshIds)) {
            case MessageIds.Reading.Malformed(String header) ->
                    declined(
                            new Refusal.IdWrong(header),
                            headers,
                            new MessageIds(freshIds.get(), freshIds.get()),
                            response);
            case MessageIds.Reading.Read(MessageIds ids, boolean _) ->
                    pass(entry, headers, ids, door, response);
        }
    }

    private void pass(
            HttpEntry entry,
            Headers headers,
            MessageIds ids,
            Door door,
            HttpServletResponse response)
            throws IOException {
        Optional<Refusal> bomb = entry.headerBomb();
        Reception reception =
                bomb.isPresent()
                        ? new Reception.Declined(bomb.get())
                        : door.receive(entry, headers, ids);
        switch (reception) {
            case Reception.Declined(Refusal refusal) -> declined(refusal, headers, ids, response);
            case Reception.Accepted(Received received) ->
                    write(outcome(received), received, ids, response);
        }
    }

    /** The outermost loop: a fault of this node costs one caller one answer. */
    private Outcome outcome(Received received) {
        try {
            return relay.pass(received);
        } catch (RuntimeException e) {
            String correlation = received.message().ids().correlationId();
            try (var _ = MDC.putCloseable(LogKeys.CORRELATION, correlation)) {
                LOG.error("a fault of this node, please report it", e);
            }
            return new Outcome.Declined(new Refusal.NodeFailed());
        }
    }

    private void declined(
            Refusal refusal, Headers headers, MessageIds ids, HttpServletResponse response)
            throws IOException {
        try (var _ = MDC.putCloseable(LogKeys.CORRELATION, ids.correlationId());
                var _ = MDC.putCloseable(LogKeys.REQUEST, ids.requestId())) {
            LOG.info("declined at the door: {}", refusal);
        }
        Verdict verdict = RefusalCodes.of(refusal);
        write(
                new Reply(
                        verdict.http(),
                        AnswerHeaders.NONE,
                        envelopes.refusal(verdict, headers.get(HeaderNames.OCN_SIGNATURE))),
                Routing.of(headers),
                ids,
                response);
    }

    private void write(
            Outcome outcome, Received received, MessageIds ids, HttpServletResponse response)
            throws IOException {
        switch (outcome) {
            case Outcome.Answered(Reply reply, Routing asked) -> write(reply, asked, ids, response);
            case Outcome.Declined(Refusal refusal) -> {
                if (refusal instanceof Refusal.TooFast fast) {
                    response.setHeader("Retry-After", Long.toString(fast.seconds()));
                }
                Verdict verdict = RefusalCodes.of(refusal);
                Body body = envelopes.refusal(verdict, received.message().signature());
                write(
                        new Reply(verdict.http(), AnswerHeaders.NONE, body),
                        received.message().routing(),
                        ids,
                        response);
            }
        }
    }

    /** Ids and routing headers stand on every answer, also on a refusal (OCPI 2.2.1 §4.1.6). */
    private static void write(
            Reply reply, Routing asked, MessageIds ids, HttpServletResponse response)
            throws IOException {
        response.setStatus(reply.status());
        response.setHeader(HeaderNames.CONTENT_TYPE, "application/json");
        response.setHeader(HeaderNames.X_REQUEST_ID, ids.requestId());
        response.setHeader(HeaderNames.X_CORRELATION_ID, ids.correlationId());
        asked.swapped().forEach(response::setHeader);
        reply.headers().forEach(response::setHeader);
        response.setContentLength(reply.body().size());
        HttpEntry.write(response.getOutputStream(), reply.body());
    }
}
