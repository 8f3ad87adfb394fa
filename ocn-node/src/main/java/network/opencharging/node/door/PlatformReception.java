package network.opencharging.node.door;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Query;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Target;
import network.opencharging.node.message.VersionRefusal;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Versions;
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

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a message of what a platform sends. */
final class PlatformReception {
    private static final Pattern VERSIONS = Pattern.compile("/ocpi/2\\.(2|2\\.1|3\\.0)/versions");

    private final RouteTable routes;
    private final Versions versions;

    PlatformReception(RouteTable routes, Versions versions) {
        this.routes = routes;
        this.versions = versions;
    }

    Reception receive(HttpEntry entry, MessageIds ids) {
        Optional<HttpMethod> method = HttpMethod.of(entry.method());
        if (method.isEmpty()) {
            return new Reception.Declined(new Refusal.MethodUnknown(entry.method()));
        }
        Optional<Asked> asked = asked(entry.path(), method.get());
        if (asked.isEmpty()) {
            return new Reception.Declined(new Refusal.PathUnknown());
        }
        Optional<String> named = asked.get().version();
        Optional<OcpiVersion> version = named.flatMap(versions::find);
        if (named.isPresent() && version.isEmpty()) {
            return new Reception.Declined(new VersionRefusal.VersionUnknown(named.get(), versions));
        }
        RouteKey key = asked.get().key();
        if (!SafePath.stays(key.path())) {
            return new Reception.Declined(new Refusal.PathUnsafe());
        }
        Headers headers = entry.headers();
        return new Reception.Accepted(
                new Received(
                        new Arrival.FromPlatform(headers.get(HeaderNames.AUTHORIZATION)),
                        new Message(
                                new Target(
                                        key, new Query(entry.query()), routes.find(key), version),
                                ids,
                                Routing.of(headers),
                                headers.get(HeaderNames.OCN_SIGNATURE),
                                body(entry, method.get()))));
    }

    /** What a path asks for, and in which version if it says so. */
    private record Asked(RouteKey key, Optional<String> version) {}

    /** Versions of another party have a place of their own, and no side. */
    private static Optional<Asked> asked(String path, HttpMethod method) {
        return isVersions(path)
                ? Optional.of(
                        new Asked(
                                new RouteKey(ModuleId.VERSIONS, InterfaceRole.SENDER, method, ""),
                                Optional.empty()))
                : RequestPath.parse(path)
                        .map(parsed -> new Asked(parsed.key(method), parsed.version()));
    }

    /** Whether the versions of another party are asked for. */
    static boolean isVersions(String path) {
        return VERSIONS.matcher(path).matches();
    }

    /** A GET has no body (RFC 9110 §9.3.1): what some send along has no meaning. */
    private static Body body(HttpEntry entry, HttpMethod method) {
        return method == HttpMethod.GET ? Body.EMPTY : entry.body();
    }
}
