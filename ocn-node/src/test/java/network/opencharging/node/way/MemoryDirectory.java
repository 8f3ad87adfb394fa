package network.opencharging.node.way;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directory for tests; counts how often anybody asks. */
final class MemoryDirectory implements Directory {
    private final List<Operator> operators = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();
    private volatile Snapshot snapshot = Snapshot.empty();

    void list(Operator operator) {
        operators.add(operator);
        snapshot = Snapshot.of(operators, parties);
    }

    void list(Party party) {
        parties.removeIf(listed -> listed.id().equals(party.id()));
        parties.add(party);
        snapshot = Snapshot.of(operators, parties);
    }

    void listAll(List<Party> many) {
        parties.addAll(many);
        snapshot = Snapshot.of(operators, parties);
    }

    void remove(PartyId id) {
        parties.removeIf(listed -> listed.id().equals(id));
        snapshot = Snapshot.of(operators, parties);
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public Freshness freshness() {
        return new Freshness("a test", 1, Optional.of(Instant.EPOCH), Optional.empty());
    }
}
