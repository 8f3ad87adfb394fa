package network.opencharging.node.step.resolve;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Resolved;
import network.opencharging.node.message.Target;
import network.opencharging.node.message.VersionRefusal;
import network.opencharging.node.network.Network;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.message.NodeMessage.Proxy;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Operator;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A receiver is at a platform of this node, or behind the node that the directory names. Never is a
 * message sent on from node to node to node, and never to this node itself.
 */
public final class ResolveRecipient {
    private final Platforms platforms;
    private final Network network;
    private final GivenLinks links;

    /** Asks these. */
    public ResolveRecipient(Platforms platforms, Network network, GivenLinks links) {
        this.platforms = platforms;
        this.network = network;
        this.links = links;
    }

    /**
     * Says where the receiver is.
     *
     * @throws Refused when it is nowhere, or cannot be reached there
     */
    public Resolved resolve(Permitted permitted) {
        ConfigurationModules.requirePassable(permitted.message().target());
        List<ConnectedPlatform> here = platforms.byParty(permitted.recipient());
        return new Resolved(
                permitted, here.isEmpty() ? elsewhere(permitted) : here(permitted, here));
    }

    private Destination here(Permitted permitted, List<ConnectedPlatform> all) {
        List<ConnectedPlatform> open =
                all.stream()
                        .filter(platform -> platform.status() == ConnectionStatus.CONNECTED)
                        .toList();
        if (open.isEmpty()) {
            throw new Refused(
                    new Refusal.ReceiverNotConnected(
                            permitted.recipient(), "is " + all.getFirst().status()));
        }
        if (permitted.message().target().module().equals(ModuleId.VERSIONS)) {
            ConnectedPlatform first = open.getFirst();
            return new Destination.LocalPlatform(
                    first, first.connection().versionsUrl().toString(), true);
        }
        return links.behind(permitted, open).orElseGet(() -> endpoint(permitted, open));
    }

    private static Destination endpoint(Permitted permitted, List<ConnectedPlatform> open) {
        var target = permitted.message().target();
        return open.stream()
                .flatMap(platform ->
                        served(platform.connection(), target).stream()
                                .map(endpoint ->
                                        new Destination.LocalPlatform(
                                                platform,
                                                join(endpoint.toString(), target.key().path()),
                                                false)))
                .findFirst()
                .orElseThrow(() -> new Refused(missing(permitted, open)));
    }

    private static Optional<URI> served(Connection connection, Target target) {
        return target.version()
                .map(version -> connection.endpoint(version, target.module(), target.role()))
                .orElseGet(() -> connection.endpoint(target.module(), target.role()));
    }

    private static Refusal missing(Permitted permitted, List<ConnectedPlatform> open) {
        Target target = permitted.message().target();
        Optional<OcpiVersion> foreign =
                target.version()
                        .filter(version ->
                                open.stream().noneMatch(each -> each.connection().speaks(version)));
        List<OcpiVersion> spoken =
                open.stream().flatMap(each -> each.connection().versions()).distinct().toList();
        return foreign.<Refusal>map(version ->
                        new VersionRefusal.VersionNotSpoken(permitted.recipient(), version, spoken))
                .orElseGet(() ->
                        new Refusal.ModuleMissing(
                                permitted.recipient(), target.module(), target.role()));
    }

    private static String join(String endpoint, String path) {
        if (path.isEmpty()) {
            return endpoint;
        }
        return endpoint.endsWith("/") ? endpoint + path : endpoint + "/" + path;
    }

    /** What is known of the other node says whether it takes messages of this version. */
    private void requireItReads(Permitted permitted, Operator operator) {
        PeerProfile profile = network.profileOf(operator);
        OcpiVersion theirs = new OcpiVersion(profile.version());
        permitted
                .message()
                .target()
                .version()
                .filter(version -> profile.isPublished() && !version.speaksLike(theirs))
                .ifPresent(version -> {
                    throw new Refused(
                            new VersionRefusal.VersionNotSpoken(
                                    permitted.recipient(), version, List.of(theirs)));
                });
    }

    private Destination elsewhere(Permitted permitted) {
        PartyId recipient = permitted.recipient();
        if (permitted.arrival() instanceof Arrival.FromNode) {
            throw new Refused(new Refusal.ReceiverUnknown(recipient));
        }
        Optional<Operator> operator = network.operatorOf(recipient);
        if (operator.isEmpty()) {
            throw new Refused(
                    network.lists(recipient)
                            ? new Refusal.ReceiverNotConnected(
                                    recipient, "is listed, but no node carries it")
                            : new Refusal.ReceiverUnknown(recipient));
        }
        if (network.isSelf(operator.get())) {
            throw new Refused(
                    new Refusal.ReceiverNotConnected(
                            recipient, "is listed at this node, but has not registered here"));
        }
        var target = permitted.message().target();
        if (target.module().equals(ModuleId.VERSIONS)
                && !network.profileOf(operator.get()).knowsVersions()) {
            throw new Refused(new Refusal.ModuleMissing(recipient, target.module(), target.role()));
        }
        requireItReads(permitted, operator.get());
        Proxy proxy = links.beyond(permitted);
        return new Destination.RemoteNode(operator.get(), proxy);
    }
}
