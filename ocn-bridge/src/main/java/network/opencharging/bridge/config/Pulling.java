package network.opencharging.bridge.config;

import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.deliver.Pulls;
import network.opencharging.protocol.party.PartyId;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When to pull: after joining, and then every so often. */
final class Pulling {
    private final RunningBridge bridge;
    private final Pulls pulls;
    private final PullSettings settings;
    private final BridgeSettings parties;
    private final Clock clock;
    private Instant next = Instant.MIN;

    Pulling(
            RunningBridge bridge,
            Pulls pulls,
            PullSettings settings,
            BridgeSettings parties,
            Clock clock) {
        this.bridge = bridge;
        this.pulls = pulls;
        this.settings = settings;
        this.parties = parties;
        this.clock = clock;
    }

    int round() {
        Optional<HubCalls> calls = bridge.calls();
        if (calls.isEmpty() || clock.instant().isBefore(next)) {
            return 0;
        }
        next = clock.instant().plus(settings.every());
        for (PartyId own : parties.parties().ids()) {
            for (PartyId partner : settings.partners()) {
                pulls.from(calls.get(), new Exchange(own, partner, UUID.randomUUID().toString()));
            }
        }
        return 0;
    }
}
