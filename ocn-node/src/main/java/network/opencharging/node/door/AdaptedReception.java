package network.opencharging.node.door;

import network.opencharging.node.adapt.NamedAddress;
import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Query;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Target;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.plugin.AdaptedRequest;
import network.opencharging.node.plugin.PlatformRequest;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.RouteTable;

import java.util.Optional;

/** Makes a message of what a platform of an older version sends. */
public final class AdaptedReception {
    private final RouteTable routes;
    private final PartyId hub;

    /** Receives for this hub. */
    public AdaptedReception(RouteTable routes, PartyId hub) {
        this.routes = routes;
        this.hub = hub;
    }

    /** What was read. */
    sealed interface Read {
        /** A request. */
        record Yes(PlatformRequest request) implements Read {}

        /** None. */
        record No(Refusal refusal) implements Read {}
    }

    /**
     * Reads a request.
     *
     * @param path what follows the version
     */
    Read request(HttpEntry entry, String path, PartyId caller) {
        if (entry.tooMuch().isPresent()) {
            return new Read.No(entry.tooMuch().get());
        }
        Optional<HttpMethod> method = HttpMethod.of(entry.method());
        if (method.isEmpty()) {
            return new Read.No(new Refusal.MethodUnknown(entry.method()));
        }
        Optional<NamedAddress.Asked> asked = NamedAddress.parse(path);
        if (asked.isEmpty()) {
            return new Read.No(new Refusal.PathUnknown());
        }
        if (!SafePath.stays(asked.get().path())) {
            return new Read.No(new Refusal.PathUnsafe());
        }
        return new Read.Yes(
                new PlatformRequest(
                        caller,
                        hub,
                        method.get(),
                        asked.get().module(),
                        asked.get().path(),
                        entry.query(),
                        method.get() == HttpMethod.GET ? Body.EMPTY : entry.body(),
                        asked.get().named()));
    }

    /** The message that the translated request is. */
    Received received(AdaptedRequest request, HttpEntry entry, MessageIds ids) {
        RoutingHeaders routing = new RoutingHeaders(request.from(), request.to());
        return new Received(
                new Arrival.FromPlatform(entry.headers().get(HeaderNames.AUTHORIZATION)),
                new Message(
                        new Target(
                                request.target(),
                                new Query(request.query()),
                                routes.find(request.target()),
                                Optional.of(OcpiVersion.V2_2_1)),
                        ids,
                        Routing.of(routing.writeTo(Headers.NONE)),
                        Optional.empty(),
                        request.body()));
    }
}
