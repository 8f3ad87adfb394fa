package network.opencharging.node.door;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Query;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Target;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.route.RouteTable;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a message of what a platform sends. */
final class PlatformReception {
    private static final Pattern VERSIONS = Pattern.compile("/ocpi/2\\.2(\\.1)?/versions");

    private final RouteTable routes;

    PlatformReception(RouteTable routes) {
        this.routes = routes;
    }

    Reception receive(HttpEntry entry, Headers headers, MessageIds ids) throws IOException {
        Optional<HttpMethod> method = HttpMethod.of(entry.method());
        if (method.isEmpty()) {
            return new Reception.Declined(new Refusal.MethodUnknown(entry.method()));
        }
        Optional<RouteKey> asked = key(entry.path(), method.get());
        if (asked.isEmpty()) {
            return new Reception.Declined(new Refusal.PathUnknown());
        }
        RouteKey key = asked.get();
        if (!SafePath.stays(key.path())) {
            return new Reception.Declined(new Refusal.PathUnsafe());
        }
        return switch (content(entry, method.get())) {
            case HttpEntry.Content.TooLarge(long limit) ->
                    new Reception.Declined(new Refusal.BodyTooLarge(limit));
            case HttpEntry.Content.Whole(Body body) -> {
                Target target = new Target(key, new Query(entry.query()), routes.find(key));
                yield new Reception.Accepted(
                        new Received(
                                new Arrival.FromPlatform(headers.get(HeaderNames.AUTHORIZATION)),
                                new Message(
                                        target,
                                        ids,
                                        Routing.of(headers),
                                        headers.get(HeaderNames.OCN_SIGNATURE),
                                        body)));
            }
        };
    }

    /** Versions of another party have a place of their own, and no side. */
    private static Optional<RouteKey> key(String path, HttpMethod method) {
        return VERSIONS.matcher(path).matches()
                ? Optional.of(new RouteKey(ModuleId.VERSIONS, InterfaceRole.SENDER, method, ""))
                : RequestPath.parse(path).map(parsed -> parsed.key(method));
    }

    /** A GET has no body (RFC 9110 §9.3.1): what some send along has no meaning. */
    private static HttpEntry.Content content(HttpEntry entry, HttpMethod method)
            throws IOException {
        HttpEntry.Content content = entry.body();
        return method == HttpMethod.GET && content instanceof HttpEntry.Content.Whole
                ? new HttpEntry.Content.Whole(Body.EMPTY)
                : content;
    }
}
