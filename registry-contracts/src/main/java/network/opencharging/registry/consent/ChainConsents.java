package network.opencharging.registry.consent;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.NotARegistry;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Refresh;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agreements of one operator's parties, read from the chain again and again. While it cannot be
 * read, what was read last is kept.
 */
public final class ChainConsents implements Consents, AutoCloseable {
    private final Agreements agreements;
    private final Directory directory;
    private final Address operator;
    private Optional<Refresh> refresh = Optional.empty();
    private volatile Map<PartyId, List<Consent>> known = Map.of();
    private volatile Optional<String> trouble = Optional.of("the chain was not read yet");

    /**
     * Knows nothing before the first reading.
     *
     * @param operator whose parties are read
     */
    public ChainConsents(Agreements agreements, Directory directory, Address operator) {
        this.agreements = agreements;
        this.directory = directory;
        this.operator = operator;
    }

    /** Reads in this interval until {@link #close()}. */
    public synchronized void start(Duration interval) {
        close();
        refresh =
                Optional.of(
                        Refresh.every(
                                "consents",
                                interval,
                                this::read,
                                bug -> trouble = Optional.of(String.valueOf(bug))));
    }

    @Override
    public List<Consent> of(PartyId user) {
        return known.getOrDefault(user, List.of());
    }

    /** Why the chain cannot be read now; empty while it can. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Reads everything once; keeps what it has on failure. */
    public void read() {
        try {
            Agreements.Reading reading = agreements.begin();
            Map<PartyId, List<Consent>> all = new HashMap<>();
            for (Party party : directory.snapshot().partiesOf(operator)) {
                all.put(party.id(), List.copyOf(reading.of(party)));
            }
            known = Map.copyOf(all);
            trouble = Optional.empty();
        } catch (RpcException | NotARegistry e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void close() {
        refresh.ifPresent(Refresh::close);
        refresh = Optional.empty();
    }
}
