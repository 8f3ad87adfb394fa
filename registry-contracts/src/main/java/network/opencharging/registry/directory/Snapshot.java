package network.opencharging.registry.directory;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole registry at one moment, immutable. Who asks more than one question for one decision
 * asks one snapshot.
 */
public final class Snapshot {
    private static final Snapshot EMPTY = of(List.of(), List.of());

    private final Map<Address, Operator> operators;
    private final Map<URI, Operator> operatorsByUrl;
    private final Map<PartyId, Party> parties;
    private final Map<Address, Party> partiesByAddress;
    private final Map<Address, List<Party>> carried;

    private Snapshot(
            Map<Address, Operator> operators,
            Map<URI, Operator> operatorsByUrl,
            Map<PartyId, Party> parties,
            Map<Address, Party> partiesByAddress,
            Map<Address, List<Party>> carried) {
        this.operators = operators;
        this.operatorsByUrl = operatorsByUrl;
        this.parties = parties;
        this.partiesByAddress = partiesByAddress;
        this.carried = carried;
    }

    /** Nobody is listed. */
    public static Snapshot empty() {
        return EMPTY;
    }

    /**
     * Indexes these entries. The first registry lets one account keep several parties, so {@link
     * #party(Address)} gives the smallest party id of an account.
     */
    public static Snapshot of(Collection<Operator> operators, Collection<Party> parties) {
        Map<Address, Operator> byAddress = new HashMap<>();
        Map<URI, Operator> byUrl = new HashMap<>();
        for (Operator operator : operators) {
            byAddress.put(operator.address(), operator);
            byUrl.put(operator.url(), operator);
        }
        Map<PartyId, Party> byId = new HashMap<>();
        Map<Address, Party> byAccount = new HashMap<>();
        Map<Address, List<Party>> carried = new HashMap<>();
        for (Party party : parties.stream().sorted(Comparator.comparing(Party::id)).toList()) {
            byId.put(party.id(), party);
            byAccount.putIfAbsent(party.address(), party);
            if (party.admitted() && byAddress.containsKey(party.operator())) {
                carried.computeIfAbsent(party.operator(), operator -> new ArrayList<>()).add(party);
            }
        }
        carried.replaceAll((operator, list) -> List.copyOf(list));
        return new Snapshot(byAddress, byUrl, byId, byAccount, carried);
    }

    /** The listing of this party, reachable or not. */
    public Optional<Party> party(PartyId id) {
        return Optional.ofNullable(parties.get(id));
    }

    /** The listing that this account keeps, reachable or not. */
    public Optional<Party> party(Address account) {
        return Optional.ofNullable(partiesByAddress.get(account));
    }

    /** The operator with this account, if it has a node. */
    public Optional<Operator> operator(Address account) {
        return Optional.ofNullable(operators.get(account));
    }

    /** The operator whose node is registered at exactly this URL. */
    public Optional<Operator> operatorAt(URI url) {
        return Optional.ofNullable(operatorsByUrl.get(url));
    }

    /**
     * Through whom this party is reached: empty when it is not listed, when the operator it names
     * has not admitted it, or when that operator has no node.
     */
    public Optional<Operator> operatorOf(PartyId id) {
        return party(id).filter(Party::admitted).flatMap(party -> operator(party.operator()));
    }

    /** The parties that are reached through this operator, by party id. */
    public List<Party> partiesOf(Address operator) {
        return carried.getOrDefault(operator, List.of());
    }

    /** All listings, reachable or not, by party id. */
    public List<Party> parties() {
        return parties.values().stream().sorted(Comparator.comparing(Party::id)).toList();
    }

    /** All operators that have a node, by address. */
    public List<Operator> operators() {
        return operators.values().stream().sorted(Comparator.comparing(Operator::address)).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that
                && operators.equals(that.operators)
                && parties.equals(that.parties);
    }

    @Override
    public int hashCode() {
        return 31 * operators.hashCode() + parties.hashCode();
    }

    @Override
    public String toString() {
        return operators.size() + " operators, " + parties.size() + " parties";
    }
}
