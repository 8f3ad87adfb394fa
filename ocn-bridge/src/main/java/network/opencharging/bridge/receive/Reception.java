package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.sign.Signing;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteTable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where messages of partners arrive: finds out who asks whom for what, has the backoffice answer,
 * and writes the reply.
 */
public final class Reception {
    private final Settings settings;
    private final List<Desk> desks;
    private final RouteTable table;
    private final Patience patience;
    private final ReplyWriter replies;
    private final Signing signing;
    private final Edge edge;

    /**
     * What is set for a bridge.
     *
     * @param publicUrl where partners reach it, without a slash at the end
     * @param parties the own parties
     * @param hubs the parties that may push what others own
     * @param pages how long pages are
     * @param patience how long the backoffice may take for an answer
     */
    public record Settings(
            String publicUrl,
            Set<PartyId> parties,
            Set<PartyId> hubs,
            PageLimits pages,
            Duration patience) {}

    /**
     * What comes from outside.
     *
     * @param clock the time
     * @param ids makes ids where a partner sends none
     * @param threads where the backoffice works; closed by its owner
     */
    public record Edge(Clock clock, Supplier<String> ids, ExecutorService threads) {}

    private Reception(
            Settings settings,
            List<Desk> desks,
            Patience patience,
            ReplyWriter replies,
            Signing signing,
            Edge edge) {
        this.settings = settings;
        this.desks = desks;
        this.table = RouteTable.ocpi221();
        this.patience = patience;
        this.replies = replies;
        this.signing = signing;
        this.edge = edge;
    }

    /** A reception in front of this backoffice. */
    public static Reception of(
            Backoffice backoffice,
            Settings settings,
            Complaints complaints,
            Signing signing,
            Commands commands,
            Edge edge) {
        Outgoing outgoing = new Outgoing(complaints);
        List<Desk> desks =
                Stream.of(
                                Desks.of(backoffice.own(), settings.pages(), outgoing),
                                Desks.of(backoffice.partners(), settings.hubs()),
                                Desks.of(
                                        backoffice.news(), settings.hubs(), commands, edge.clock()))
                        .flatMap(List::stream)
                        .toList();
        return new Reception(
                settings,
                desks,
                new Patience(edge.threads(), settings.patience(), complaints),
                new ReplyWriter(settings.publicUrl(), edge.clock()),
                signing,
                edge);
    }

    /** The reply to a request; every request gets one. */
    public Reply answer(Incoming request) {
        return switch (MessageIds.read(request.headers(), edge.ids())) {
            case MessageIds.Reading.Malformed malformed ->
                    replies.write(
                            new Outcome.Wrong(malformed.sentence()), request.key(), Headers.NONE);
            case MessageIds.Reading.Read(MessageIds ids, var _) -> routed(request, ids);
        };
    }

    private Reply routed(Incoming request, MessageIds ids) {
        Headers echoed = ids.writeTo(Headers.NONE);
        return switch (RoutingHeaders.read(request.headers())) {
            case RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault) ->
                    replies.write(new Outcome.Wrong(fault.sentence()), request.key(), echoed);
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) -> {
                Headers headers =
                        routing.answered().map(back -> back.writeTo(echoed)).orElse(echoed);
                yield signed(
                        routing,
                        replies.write(checked(request, ids, routing), request.key(), headers));
            }
        };
    }

    private Reply signed(RoutingHeaders routing, Reply reply) {
        return routing.to()
                .filter(settings.parties()::contains)
                .map(party -> signing.signer().answer(party, reply.headers(), reply.body()))
                .map(body -> new Reply(reply.status(), reply.headers(), body))
                .orElse(reply);
    }

    private Outcome checked(Incoming request, MessageIds ids, RoutingHeaders routing) {
        return signing.check()
                .objection(routing, request.headers(), request.query(), request.body())
                .<Outcome>map(Outcome.Wrong::new)
                .orElseGet(() -> outcome(request, ids, routing));
    }

    private Outcome outcome(Incoming request, MessageIds ids, RoutingHeaders routing) {
        if (routing.to().filter(settings.parties()::contains).isEmpty()) {
            return new Outcome.Wrong("OCPI-to must name a party of this platform.");
        }
        Context context =
                new Context(
                        routing.from(),
                        routing.to().get(),
                        ids.correlationId(),
                        edge.clock().instant().plus(settings.patience()));
        Asked asked =
                new Asked(
                        request.key().path(),
                        table.find(request.key()),
                        request.query(),
                        request.body(),
                        context);
        return desks.stream()
                .filter(desk -> desk.serves(asked))
                .findFirst()
                .map(desk -> answered(desk, asked))
                .orElseGet(() -> notOffered(request));
    }

    private Outcome answered(Desk desk, Asked asked) {
        Complaints.Subject subject = Complaints.Subject.of(asked);
        Outcome outcome = patience.waitFor(subject, () -> desk.answer(asked));
        ReplyWriter.objection(outcome)
                .ifPresent(why -> patience.complaints().refused(subject, asked.body().text(), why));
        return outcome;
    }

    private static Outcome notOffered(Incoming request) {
        return new Outcome.NotOffered(
                "%s of %s (%s)"
                        .formatted(
                                request.key().method(),
                                request.key().module(),
                                request.key().role()));
    }
}
