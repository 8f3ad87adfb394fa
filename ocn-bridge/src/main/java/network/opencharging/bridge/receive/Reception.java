package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.journal.Watch;
import network.opencharging.bridge.quirk.Quirks;
import network.opencharging.bridge.sign.Judgement;
import network.opencharging.bridge.sign.Signing;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.route.RouteTable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
     * @param quirks the deviations of old partners that are allowed
     */
    public record Settings(
            String publicUrl,
            Set<PartyId> parties,
            Set<PartyId> hubs,
            PageLimits pages,
            Duration patience,
            Quirks quirks) {
        /** OCPI as it is written. */
        public Settings(
                String publicUrl,
                Set<PartyId> parties,
                Set<PartyId> hubs,
                PageLimits pages,
                Duration patience) {
            this(publicUrl, parties, hubs, pages, patience, Quirks.none());
        }
    }

    /**
     * What comes from outside.
     *
     * @param clock the time
     * @param ids makes ids where a partner sends none
     * @param threads where the backoffice works; closed by its owner
     * @param journal is told of every request and its answer
     */
    public record Edge(
            Clock clock, Supplier<String> ids, ExecutorService threads, Journal journal) {
        /** Nobody is told. */
        public Edge(Clock clock, Supplier<String> ids, ExecutorService threads) {
            this(clock, ids, threads, Journal.none());
        }
    }

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
        Desks.Waiting waiting = new Desks.Waiting(commands, edge.clock(), outgoing);
        List<Desk> desks =
                Stream.of(
                                Desks.of(backoffice.own(), settings.pages(), outgoing),
                                Desks.of(backoffice.partners(), settings.hubs()),
                                Desks.of(backoffice.news(), settings.hubs(), waiting),
                                Desks.of(backoffice.profiles(), waiting))
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
        Instant begun = edge.clock().instant();
        return switch (MessageIds.read(request.headers(), edge.ids())) {
            case MessageIds.Reading.Malformed malformed ->
                    headless(request, "", malformed.sentence(), new Envelope(begun, Headers.NONE));
            case MessageIds.Reading.Read(MessageIds ids, var _) -> routed(request, ids, begun);
        };
    }

    private Reply routed(Incoming request, MessageIds ids, Instant begun) {
        Headers echoed = ids.writeTo(Headers.NONE);
        return switch (RoutingHeaders.read(request.headers())) {
            case RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault) ->
                    headless(
                            request,
                            ids.correlationId(),
                            fault.sentence(),
                            new Envelope(begun, echoed));
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) -> {
                Headers headers =
                        routing.answered().map(back -> back.writeTo(echoed)).orElse(echoed);
                Judgement judgement =
                        signing.check()
                                .judge(routing, request.headers(), request.query(), request.body());
                Outcome outcome =
                        judgement
                                .objection()
                                .map(why -> disbelieved(request, ids, routing, why))
                                .orElseGet(() -> outcome(request, ids, routing));
                Reply reply = signed(routing, replies.write(outcome, request.key(), headers));
                Between between =
                        new Between(Optional.of(routing.from()), routing.to(), ids.correlationId());
                note(request, between, new Seen(begun, judgement, reply));
                yield reply;
            }
        };
    }

    /** When a request came, and the headers that its answer has anyway. */
    private record Envelope(Instant begun, Headers headers) {}

    /** Nobody can tell who asks whom: told to who sent it, and written down. */
    private Reply headless(
            Incoming request, String correlationId, String sentence, Envelope envelope) {
        Reply reply = replies.write(new Outcome.Wrong(sentence), request.key(), envelope.headers());
        note(
                request,
                new Between(Optional.empty(), Optional.empty(), correlationId),
                new Seen(envelope.begun(), new Judgement.NotChecked(), reply));
        return reply;
    }

    /** What nobody can believe reaches no backoffice, but it is kept to be looked at. */
    private Outcome disbelieved(
            Incoming request, MessageIds ids, RoutingHeaders routing, String why) {
        routing.to()
                .filter(settings.parties()::contains)
                .map(to -> context(routing.from(), to, ids))
                .ifPresent(context ->
                        patience.complaints()
                                .refused(
                                        new Complaints.Subject(
                                                context,
                                                request.key().module().value(),
                                                request.key().method()
                                                        + " "
                                                        + request.key().path()),
                                        request.body().text(),
                                        why));
        return new Outcome.Wrong(why);
    }

    private Context context(PartyId from, PartyId to, MessageIds ids) {
        return new Context(
                from, to, ids.correlationId(), edge.clock().instant().plus(settings.patience()));
    }

    /** Who asks whom; empty where the request does not say so as OCPI wants it. */
    private record Between(Optional<PartyId> from, Optional<PartyId> to, String correlationId) {}

    /** What there is to be told of a request. */
    private record Seen(Instant begun, Judgement judgement, Reply reply) {}

    private void note(Incoming request, Between between, Seen seen) {
        new Watch(edge.clock(), edge.journal())
                .note(
                        Passage.Direction.RECEIVED,
                        seen.begun(),
                        new Passage.Subject(
                                between.from(),
                                between.to(),
                                between.correlationId(),
                                request.key().module(),
                                request.key().method(),
                                path(request)),
                        new Passage.Message(request.headers(), request.body(), seen.judgement()),
                        new Passage.Ending.Answered(
                                seen.reply().status(),
                                new Passage.Message(
                                        seen.reply().headers(),
                                        seen.reply().body(),
                                        new Judgement.NotChecked())));
    }

    private static String path(Incoming request) {
        String query =
                request.query().entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        String path = request.key().path();
        return "/%s/%s%s%s%s"
                .formatted(
                        request.key().role().name().toLowerCase(Locale.ROOT),
                        request.key().module(),
                        path.isEmpty() || path.startsWith("/") ? "" : "/",
                        path,
                        query.isEmpty() ? "" : "?" + query);
    }

    private Reply signed(RoutingHeaders routing, Reply reply) {
        return routing.to()
                .filter(settings.parties()::contains)
                .map(party -> signing.signer().answer(party, reply.headers(), reply.body()))
                .map(body -> new Reply(reply.status(), reply.headers(), body))
                .orElse(reply);
    }

    private Outcome outcome(Incoming request, MessageIds ids, RoutingHeaders routing) {
        if (routing.to().filter(settings.parties()::contains).isEmpty()) {
            return new Outcome.Wrong("OCPI-to must name a party of this platform.");
        }
        Context context = context(routing.from(), routing.to().get(), ids);
        RouteKey key =
                settings.quirks().straightened(request.key(), routing.from(), routing.to().get());
        Asked asked =
                new Asked(key.path(), table.find(key), request.query(), request.body(), context);
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
