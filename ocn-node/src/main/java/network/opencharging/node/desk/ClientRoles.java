package network.opencharging.node.desk;

import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.clientinfo.ClientInfo;
import network.opencharging.node.platform.BusinessDetails;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.protocol.party.PartyId;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a platform reaches through this node, as 2.3.0 wants it in the hub's credentials. Who is
 * OFFLINE for a while stays; who was only invited, or is shut out, does not stand there.
 */
public final class ClientRoles {
    private static final Set<ConnectionStatus> REACHED =
            Set.of(ConnectionStatus.CONNECTED, ConnectionStatus.OFFLINE);

    private final ClientBook clients;
    private final Platforms platforms;
    private final RuleBook rules;

    /** Clients of these. */
    public ClientRoles(ClientBook clients, Platforms platforms, RuleBook rules) {
        this.clients = clients;
        this.platforms = platforms;
        this.rules = rules;
    }

    /** Everybody whom one of these parties may meet, without themselves; by party and role. */
    public List<PartyRole> visibleTo(Set<PartyId> viewer) {
        return clients.all().stream()
                .filter(client -> REACHED.contains(client.status()))
                .filter(client -> !viewer.contains(client.party()))
                .filter(client ->
                        viewer.stream().anyMatch(party -> rules.mayMeet(party, client.party())))
                .map(client -> new PartyRole(client.party(), client.role(), business(client)))
                .sorted(Comparator.comparing(PartyRole::party).thenComparing(PartyRole::role))
                .toList();
    }

    /** Whoever is behind another node has told its name there; here it has its id. */
    private BusinessDetails business(ClientInfo client) {
        return platforms
                .byParty(client.party(), client.role())
                .map(ConnectedPlatform::roles)
                .flatMap(roles ->
                        roles.stream()
                                .filter(role -> role.party().equals(client.party()))
                                .filter(role -> role.role() == client.role())
                                .findFirst())
                .map(PartyRole::business)
                .filter(business -> !business.name().isBlank())
                .orElseGet(() -> new BusinessDetails(client.party().toString(), Optional.empty()));
    }
}
