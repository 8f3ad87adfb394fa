package network.opencharging.node.step.send;

import network.opencharging.node.adapt.Adapters;
import network.opencharging.node.adapt.NamedAddress;
import network.opencharging.node.client.Call;
import network.opencharging.node.message.Answer;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outbound;
import network.opencharging.node.message.Query;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.VersionRefusal;
import network.opencharging.node.plugin.AdaptedRequest;
import network.opencharging.node.plugin.Translated;
import network.opencharging.node.plugin.VersionAdapter;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A message as a platform of an older version gets it, and its answer in the words of 2.2.1. */
public final class AdaptedCalls {
    private final Adapters adapters;

    /** Speaks with these. */
    public AdaptedCalls(Adapters adapters) {
        this.adapters = adapters;
    }

    /** The adapter that this platform needs. */
    Optional<VersionAdapter> forPlatform(Destination destination) {
        return destination instanceof Destination.LocalPlatform local
                ? adapters.of(local.platform().connection().version())
                : Optional.empty();
    }

    /**
     * The call: without routing headers and signature, which older versions do not have.
     *
     * @throws Refused when the message cannot be said in that version
     */
    Call call(
            VersionAdapter adapter,
            Outbound outbound,
            Destination.LocalPlatform platform,
            Duration deadline) {
        PartyId receiver = outbound.resolved().permitted().recipient();
        AdaptedRequest request = request(outbound.message());
        NamedAddress addresses = adapters.addresses(adapter);
        AdaptedRequest said =
                switch (adapter.outgoing(
                        request, receiver, url -> addresses.naming(request.from(), url))) {
                    case Translated.Said<AdaptedRequest>(AdaptedRequest other) -> other;
                    case Translated.Unsayable<AdaptedRequest>(var status, String sentence) ->
                            throw new Refused(new VersionRefusal.Unsayable(status, sentence));
                };
        Map<String, String> headers = new HashMap<>();
        headers.put(
                HeaderNames.AUTHORIZATION,
                platform.platform().connection().token().authorization());
        if (!said.body().isEmpty()) {
            headers.put(HeaderNames.CONTENT_TYPE, "application/json");
        }
        return new Call(
                said.target().method().name(),
                platform.exact()
                        ? platform.url()
                        : new Query(said.query()).appendTo(platform.url()),
                headers,
                Optional.of(said.body()).filter(body -> !body.isEmpty()).map(Body::bytes),
                deadline);
    }

    /** The answer, translated. */
    static Answer translated(VersionAdapter adapter, Answer answer) {
        Outbound outbound = answer.outbound();
        Body body =
                adapter.answer(
                        request(outbound.message()),
                        outbound.resolved().permitted().recipient(),
                        answer.body());
        return new Answer(outbound, answer.status(), answer.headers(), body);
    }

    private static AdaptedRequest request(Message message) {
        return switch (message.routing().read()) {
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) ->
                    new AdaptedRequest(
                            routing.from(),
                            routing.to(),
                            message.target().key(),
                            message.target().query().text(),
                            message.body());
            case RoutingHeaders.Reading.Faulty(var fault) ->
                    throw new IllegalArgumentException("not addressed before: " + fault.sentence());
        };
    }
}
