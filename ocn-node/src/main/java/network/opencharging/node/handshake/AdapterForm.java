package network.opencharging.node.handshake;

import static network.opencharging.node.handshake.Checked.Bad;
import static network.opencharging.node.handshake.Checked.Good;

import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.plugin.VersionAdapter;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Party;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A version behind an adapter. Its endpoints have no sides; what the platform serves takes messages
 * of 2.2.1, once the adapter has translated them.
 */
public final class AdapterForm implements HandshakeForm {
    private final VersionAdapter adapter;
    private final NodeIdentity self;
    private final Directory directory;

    /** The version of this adapter; roles are those that the directory lists. */
    public AdapterForm(VersionAdapter adapter, NodeIdentity self, Directory directory) {
        this.adapter = adapter;
        this.self = self;
        this.directory = directory;
    }

    @Override
    public OcpiVersion version() {
        return new OcpiVersion(adapter.version());
    }

    @Override
    public boolean isTranslated() {
        return true;
    }

    @Override
    public Json.Arr details() {
        return Json.array(
                Stream.concat(Stream.of(ModuleId.CREDENTIALS), adapter.modules().stream())
                        .map(module ->
                                Json.Obj.EMPTY
                                        .with("identifier", module.value())
                                        .with(
                                                "url",
                                                "%s/ocpi/%s/%s"
                                                        .formatted(self.url(), version(), module)))
                        .toList());
    }

    @Override
    public Json.Obj ours(CredentialsToken token, Set<PartyId> viewer) {
        return adapter.credentials(self.credentials(token));
    }

    @Override
    public Checked<Credentials> theirs(Json body) {
        return switch (CredentialsReader.read(adapter.theirs(body, this::roles))) {
            case Bad<Credentials>(String field, String problem) ->
                    new Bad<>("", adapter.fault(field, problem));
            case Good<Credentials> good -> good;
        };
    }

    private Set<Role> roles(PartyId party) {
        return directory.snapshot().party(party).map(Party::roles).orElse(Set.of());
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
        return switch (CredentialsReader.url(entry, "url")) {
            case Good<URI>(URI url) -> new Good<>(sides(module.get(), url));
            case Bad<URI> bad -> new Bad<>(place + "." + bad.field(), bad.problem());
        };
    }

    private static List<Endpoint> sides(ModuleId module, URI url) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (InterfaceRole side : InterfaceRole.values()) {
            endpoints.add(new Endpoint(OcpiVersion.V2_2_1, module, side, url));
        }
        return endpoints;
    }
}
