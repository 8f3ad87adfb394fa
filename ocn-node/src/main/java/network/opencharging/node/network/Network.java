package network.opencharging.node.network;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory, as the way of a message asks it. Every answer comes from memory. */
public final class Network {
    private final Directory directory;
    private final Address self;
    private final PeerProfiles profiles;

    /**
     * The network as seen from one node.
     *
     * @param directory where parties and nodes are listed
     * @param self the address with which this node signs
     * @param profiles what other nodes read
     */
    public Network(Directory directory, Address self, PeerProfiles profiles) {
        this.directory = directory;
        this.self = self;
        this.profiles = profiles;
    }

    /** Through whom the party is reached. */
    public Optional<Operator> operatorOf(PartyId party) {
        return directory.snapshot().operatorOf(party);
    }

    /** What the operator's node reads. */
    public PeerProfile profileOf(Operator operator) {
        return profiles.of(operator);
    }

    /** The operator's node answered as if it could not read what it was sent. */
    public void doubt(Operator operator) {
        profiles.doubt(operator);
    }

    /** Whether the party is listed at all, reachable or not. */
    public boolean lists(PartyId party) {
        return directory.snapshot().party(party).isPresent();
    }

    /**
     * The parties behind other nodes that have one of these roles, and that offer this side of the
     * module as far as they said.
     */
    public List<PartyId> elsewhere(Set<Role> roles, ModuleId module, InterfaceRole side) {
        Snapshot now = directory.snapshot();
        return now.operators().stream()
                .filter(operator -> !isSelf(operator))
                .flatMap(operator -> now.partiesOf(operator.address()).stream())
                .filter(party -> party.roles().stream().anyMatch(roles::contains))
                .filter(party ->
                        party.modules().equals(Modules.UNDECLARED)
                                || party.modules().of(side).contains(module))
                .map(Party::id)
                .sorted()
                .toList();
    }

    /** Whether this is the operator of this very node. */
    public boolean isSelf(Operator operator) {
        return operator.address().equals(self);
    }

    /** Who may sign for the party: itself and its operator. Empty when it is not listed. */
    public Set<Address> vouchersFor(PartyId party) {
        Snapshot now = directory.snapshot();
        Stream<Address> itself = now.party(party).map(Party::address).stream();
        Stream<Address> operator = now.operatorOf(party).map(Operator::address).stream();
        return Stream.concat(itself, operator).collect(Collectors.toUnmodifiableSet());
    }

    /** Who may have changed a message to this party on its way: its operator. */
    public Set<Address> carriersOf(PartyId party) {
        return operatorOf(party).map(Operator::address).stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
