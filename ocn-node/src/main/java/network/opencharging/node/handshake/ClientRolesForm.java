package network.opencharging.node.handshake;

import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.protocol.route.RouteTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * 2.3.0: there is no role HUB any more. A hub names itself in {@code hub_party_id} and lists in
 * {@code roles} everybody who is reached through it. Three modules came with it.
 */
public final class ClientRolesForm implements HandshakeForm {
    /** As they are printed: the bookings' identifier begins with a capital. */
    private static final List<String> FURTHER =
            List.of("invoicereconciliation", "payments", "Booking");

    private final HubRoleForm common;
    private final NodeIdentity self;
    private final Function<Set<PartyId>, List<PartyRole>> clients;

    /**
     * This version of this node.
     *
     * @param clients whom the parties of a platform may meet through this node
     */
    public ClientRolesForm(
            NodeIdentity self, RouteTable routes, Function<Set<PartyId>, List<PartyRole>> clients) {
        this.common = new HubRoleForm(OcpiVersion.V2_3_0, self, routes);
        this.self = self;
        this.clients = clients;
    }

    @Override
    public OcpiVersion version() {
        return OcpiVersion.V2_3_0;
    }

    @Override
    public Checked<Credentials> theirs(Json body) {
        return common.theirs(body);
    }

    @Override
    public Checked<List<Endpoint>> endpoints(Json entry, String place) {
        return common.endpoints(entry, place);
    }

    @Override
    public Json.Arr details() {
        List<Json> entries = new ArrayList<>(common.details().items());
        for (String identifier : FURTHER) {
            for (InterfaceRole role : InterfaceRole.values()) {
                String path =
                        RequestPath.endpoint(version().value(), new ModuleId(identifier), role);
                entries.add(HubRoleForm.entry(identifier, role, self.url() + path));
            }
        }
        return Json.array(entries);
    }

    /** A hub nobody is connected to yet stands in its own list: it must not be empty. */
    @Override
    public Json.Obj ours(CredentialsToken token, Set<PartyId> viewer) {
        List<Json.Obj> roles =
                new ArrayList<>(clients.apply(viewer).stream().map(ClientRolesForm::role).toList());
        if (roles.isEmpty()) {
            roles.add(self.role(Role.OTHER));
        }
        return Json.Obj.EMPTY
                .with("token", token.reveal())
                .with("url", self.versionsUrl())
                .with("hub_party_id", self.party().countryCode() + self.party().partyId())
                .with("roles", Json.array(roles));
    }

    private static Json.Obj role(PartyRole client) {
        Json.Obj business =
                Json.Obj.EMPTY
                        .with("name", client.business().name())
                        .withOptional("website", client.business().website().map(Json::text));
        return Json.Obj.EMPTY
                .with("role", client.role().name())
                .with("business_details", business)
                .with("party_id", client.party().partyId())
                .with("country_code", client.party().countryCode());
    }
}
