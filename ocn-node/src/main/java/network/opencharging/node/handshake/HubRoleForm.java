package network.opencharging.node.handshake;

import static network.opencharging.node.handshake.Checked.Bad;
import static network.opencharging.node.handshake.Checked.Good;

import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** 2.2 and 2.2.1: the hub is a party in role HUB and says nothing of its clients (§7.3.1). */
public final class HubRoleForm implements HandshakeForm {
    private final OcpiVersion version;
    private final NodeIdentity self;
    private final RouteTable routes;

    /** This version of this node. */
    public HubRoleForm(OcpiVersion version, NodeIdentity self, RouteTable routes) {
        this.version = version;
        this.self = self;
        this.routes = routes;
    }

    @Override
    public OcpiVersion version() {
        return version;
    }

    /** Every endpoint, made from the route table; and what platforms set for themselves. */
    @Override
    public Json.Arr details() {
        var own =
                Stream.of("ocnrules", "ocnobservers")
                        .map(module ->
                                new network.opencharging.protocol.route.Endpoint(
                                        new ModuleId(module),
                                        InterfaceRole.RECEIVER,
                                        "%s/ocpi/receiver/%s/%s"
                                                .formatted(self.url(), version, module)));
        var table =
                network.opencharging.protocol.route.Endpoint.ofNode(
                        self.url(), version.value(), routes);
        return Json.array(
                Stream.concat(table.stream(), own)
                        .map(endpoint ->
                                entry(
                                        endpoint.identifier().value(),
                                        endpoint.role(),
                                        endpoint.url()))
                        .toList());
    }

    /** One entry of the details. */
    static Json.Obj entry(String identifier, InterfaceRole role, String url) {
        return Json.Obj.EMPTY
                .with("identifier", identifier)
                .with("role", role.name())
                .with("url", url);
    }

    @Override
    public Json.Obj ours(CredentialsToken token, Set<PartyId> viewer) {
        return self.credentials(token);
    }

    @Override
    public Checked<Credentials> theirs(Json body) {
        return CredentialsReader.read(body);
    }

    @Override
    public Checked<List<Endpoint>> endpoints(Json item, String place) {
        if (!(item instanceof Json.Obj entry)) {
            return new Bad<>(place, "must be an object");
        }
        Optional<ModuleId> module = entry.textOf("identifier").flatMap(ModuleId::of);
        if (module.isEmpty()) {
            return new Bad<>(place + ".identifier", "must be the identifier of a module");
        }
        Optional<InterfaceRole> role = role(entry, module.get());
        if (role.isEmpty()) {
            return new Bad<>(place + ".role", "must be SENDER or RECEIVER");
        }
        return switch (CredentialsReader.url(entry, "url")) {
            case Good<URI>(URI url) ->
                    new Good<>(List.of(new Endpoint(version, module.get(), role.get(), url)));
            case Bad<URI> bad -> new Bad<>(place + "." + bad.field(), bad.problem());
        };
    }

    /** The role of the credentials module has no meaning (§6.2.4), so it may be left out. */
    private static Optional<InterfaceRole> role(Json.Obj entry, ModuleId module) {
        return switch (entry.textOf("role").orElse("")) {
            case "SENDER" -> Optional.of(InterfaceRole.SENDER);
            case "RECEIVER" -> Optional.of(InterfaceRole.RECEIVER);
            default ->
                    module.equals(ModuleId.CREDENTIALS)
                            ? Optional.of(InterfaceRole.SENDER)
                            : Optional.empty();
        };
    }
}
