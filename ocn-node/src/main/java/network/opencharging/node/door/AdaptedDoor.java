package network.opencharging.node.door;

import network.opencharging.node.adapt.Adapters;
import network.opencharging.node.adapt.NamedAddress;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.VersionRefusal;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.plugin.AdaptedRequest;
import network.opencharging.node.plugin.PlatformRequest;
import network.opencharging.node.plugin.Translated;
import network.opencharging.node.plugin.VersionAdapter;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The door of platforms that speak an older version: {@code /ocpi/2.1.1/{module}/...}. The adapter
 * makes messages of 2.2.1 of what they send; behind it there is the one way.
 */
public final class AdaptedDoor {
    private final Adapters adapters;
    private final AdaptedReception reception;
    private final Envelopes envelopes;
    private final Function<String, Optional<ConnectedPlatform>> callers;

    /**
     * A door for those for whom there are adapters.
     *
     * @param callers who shows this value of Authorization
     */
    public AdaptedDoor(
            Adapters adapters,
            AdaptedReception reception,
            Envelopes envelopes,
            Function<String, Optional<ConnectedPlatform>> callers) {
        this.adapters = adapters;
        this.reception = reception;
        this.envelopes = envelopes;
        this.callers = callers;
    }

    /** Whether a request for this path comes in here: not what the node answers itself. */
    boolean takes(String path) {
        return adapter(path).isPresent();
    }

    private Optional<VersionAdapter> adapter(String path) {
        return adapters.all().stream()
                .filter(adapter -> path.startsWith(prefix(adapter)))
                .filter(adapter -> !path.equals(prefix(adapter) + "credentials"))
                .findFirst();
    }

    private static String prefix(VersionAdapter adapter) {
        return "/ocpi/" + adapter.version() + "/";
    }

    /**
     * Passes it on in the words of 2.2.1. Ids stand on every answer, also where the older version
     * knows none: whoever has a question can name them.
     *
     * @param way the way of messages
     * @param turnedAway hears of what does not begin it
     */
    HttpReply pass(
            HttpEntry entry,
            MessageIds ids,
            Function<Received, Outcome> way,
            Consumer<Refusal> turnedAway) {
        HttpReply reply = passed(entry, ids, way, turnedAway);
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put(HeaderNames.X_REQUEST_ID, ids.requestId());
        headers.put(HeaderNames.X_CORRELATION_ID, ids.correlationId());
        return new HttpReply(reply.status(), headers, reply.body());
    }

    private HttpReply passed(
            HttpEntry entry,
            MessageIds ids,
            Function<Received, Outcome> way,
            Consumer<Refusal> turnedAway) {
        VersionAdapter adapter = adapter(entry.path()).orElseThrow();
        Optional<String> shown = entry.headers().get(HeaderNames.AUTHORIZATION);
        Optional<ConnectedPlatform> caller =
                shown.flatMap(callers)
                        .filter(it -> it.connection().version().value().equals(adapter.version()));
        if (caller.isEmpty()) {
            return refused(
                    shown.isEmpty() ? new Refusal.NoToken() : new Refusal.UnknownToken(),
                    turnedAway);
        }
        PartyId party = caller.get().roles().getFirst().party();
        return switch (reception.request(
                entry, entry.path().substring(prefix(adapter).length()), party)) {
            case AdaptedReception.Read.No(Refusal refusal) -> refused(refusal, turnedAway);
            case AdaptedReception.Read.Yes(PlatformRequest asked) ->
                    switch (adapter.incoming(asked)) {
                        case Translated.Unsayable<AdaptedRequest>(var status, String sentence) ->
                                refused(new VersionRefusal.Unsayable(status, sentence), turnedAway);
                        case Translated.Said<AdaptedRequest>(AdaptedRequest request) ->
                                answer(
                                        adapter,
                                        request,
                                        way.apply(reception.received(request, entry, ids)));
                    };
        };
    }

    private HttpReply answer(VersionAdapter adapter, AdaptedRequest request, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Declined(Refusal refusal) -> refused(refusal);
            case Outcome.Answered(Reply reply, Routing asked) -> {
                NamedAddress addresses = adapters.addresses(adapter);
                PartyId other = other(asked, request);
                Map<String, String> headers = new HashMap<>();
                reply.headers()
                        .forEach(
                                (name, value) -> headers.put(name, addresses.naming(other, value)));
                yield new HttpReply(
                        reply.status(), headers, adapter.answered(request, reply.body()));
            }
        };
    }

    /** Who answered: what is asked of an address in the answer goes there. */
    private static PartyId other(Routing asked, AdaptedRequest request) {
        Optional<PartyId> named =
                asked.read() instanceof RoutingHeaders.Reading.Read(RoutingHeaders read)
                        ? read.to()
                        : Optional.empty();
        return named.or(request::to).orElse(request.from());
    }

    private HttpReply refused(Refusal refusal, Consumer<Refusal> turnedAway) {
        turnedAway.accept(refusal);
        return refused(refusal);
    }

    private HttpReply refused(Refusal refusal) {
        Verdict verdict = RefusalCodes.of(refusal);
        return new HttpReply(
                verdict.http(),
                RefusalCodes.headers(refusal),
                envelopes.refusal(verdict.older(), Optional.empty()));
    }
}
