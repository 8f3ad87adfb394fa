package network.opencharging.bridge.operate;

import network.opencharging.bridge.api.ApiReply;
import network.opencharging.protocol.json.Json;

import java.util.List;

/**
 * Whether the process lives, and apart from that whether it can work now: who restarts a bridge
 * because its hub is away makes it worse.
 */
public final class Health {
    private final Doctor vital;

    /**
     * A health.
     *
     * @param vital what must be well for messages to pass; each look must be quick
     */
    public Health(Doctor vital) {
        this.vital = vital;
    }

    ApiReply live() {
        return ApiReply.ok(Json.Obj.EMPTY.with("status", "UP"));
    }

    ApiReply ready() {
        List<Examined> looked = vital.look();
        boolean well = looked.stream().noneMatch(one -> one.state() == Examined.State.BAD);
        return new ApiReply(
                well ? 200 : 503,
                Json.Obj.EMPTY
                        .with("status", well ? "UP" : "DOWN")
                        .with("checks", Json.array(looked.stream().map(Examined::json).toList())));
    }
}
