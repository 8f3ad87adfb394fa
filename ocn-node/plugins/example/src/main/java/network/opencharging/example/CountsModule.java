package network.opencharging.example;

import network.opencharging.node.plugin.ModuleDecision;
import network.opencharging.node.plugin.ModulePlugin;
import network.opencharging.node.plugin.ModuleRequest;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import java.util.Map;
import java.util.Optional;

/**
 * A module of the hub itself: GET tells a party its counts. To other parties nothing is passed on.
 */
public final class CountsModule implements ModulePlugin {
    private final Counts counts;

    /** Tells these counts. */
    public CountsModule(Counts counts) {
        this.counts = counts;
    }

    @Override
    public ModuleId module() {
        return new ModuleId("example-counts");
    }

    @Override
    public ModuleDecision decide(ModuleRequest request) {
        if (request.to().isPresent() || request.target().method() != HttpMethod.GET) {
            return new ModuleDecision.Declined(
                    OcpiStatus.INVALID_PARAMETERS,
                    "Module example-counts takes a GET for the hub.");
        }
        Json.Obj data = Json.Obj.EMPTY;
        for (Map.Entry<String, Long> count : counts.of(request.from()).entrySet()) {
            data = data.with(count.getKey(), Json.number(count.getValue()));
        }
        return new ModuleDecision.Answered(Optional.of(data));
    }
}
