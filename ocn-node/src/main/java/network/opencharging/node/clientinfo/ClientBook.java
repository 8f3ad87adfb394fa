package network.opencharging.node.clientinfo;

import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Platforms;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All clients of the network as this node sees them: the parties connected here with their state,
 * those listed here and not connected as PLANNED, and those of other nodes as CONNECTED until it is
 * known better.
 */
public final class ClientBook {
    private final Platforms platforms;
    private final Directory directory;
    private final Operator self;
    private final Instant since;

    /**
     * A book.
     *
     * @param since what to say for parties of which only the registry is known: when this node
     *     began to look
     */
    public ClientBook(Platforms platforms, Directory directory, Operator self, Instant since) {
        this.platforms = platforms;
        this.directory = directory;
        this.self = self;
        this.since = since;
    }

    /** One of them: a party in a role. */
    private record Key(
            network.opencharging.protocol.party.PartyId party,
            network.opencharging.protocol.party.Role role) {}

    /** Everybody, the longest unchanged first; of equals by party and role. */
    public List<ClientInfo> all() {
        Map<Key, ClientInfo> clients = new HashMap<>();
        Snapshot registry = directory.snapshot();
        registry.parties().stream()
                .filter(Party::admitted)
                .flatMap(this::listed)
                .forEach(client -> clients.put(key(client), client));
        platforms.allConnected().stream()
                .flatMap(platform ->
                        platform.roles().stream()
                                .map(role ->
                                        new ClientInfo(
                                                role.party(),
                                                role.role(),
                                                platform.status(),
                                                platform.revision().at())))
                .forEach(client -> clients.put(key(client), client));
        return clients.values().stream()
                .sorted(
                        Comparator.comparing(ClientInfo::lastUpdated)
                                .thenComparing(ClientInfo::party)
                                .thenComparing(ClientInfo::role))
                .toList();
    }

    private Stream<ClientInfo> listed(Party party) {
        ConnectionStatus status =
                party.operator().equals(self.address())
                        ? ConnectionStatus.PLANNED
                        : ConnectionStatus.CONNECTED;
        return party.roles().stream().map(role -> new ClientInfo(party.id(), role, status, since));
    }

    private static Key key(ClientInfo client) {
        return new Key(client.party(), client.role());
    }
}
