package network.opencharging.example;

import network.opencharging.node.plugin.MessageObserver;
import network.opencharging.node.plugin.ObservedMessage;
import network.opencharging.protocol.party.PartyId;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the messages of each party by module. */
public final class Counts implements MessageObserver {
    private final Map<PartyId, Map<String, Long>> byParty = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "example-counts";
    }

    @Override
    public String purpose() {
        return "Counts your messages by module and tells nobody but you.";
    }

    @Override
    public void saw(ObservedMessage message) {
        count(message.from(), message.target().module().value());
        count(message.to(), message.target().module().value());
    }

    private void count(PartyId party, String module) {
        byParty.computeIfAbsent(party, _ -> new ConcurrentHashMap<>()).merge(module, 1L, Long::sum);
    }

    /** How many messages of each module the party has sent or got. */
    Map<String, Long> of(PartyId party) {
        return new TreeMap<>(byParty.getOrDefault(party, Map.of()));
    }
}
