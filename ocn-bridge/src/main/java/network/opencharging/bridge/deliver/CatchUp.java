package network.opencharging.bridge.deliver;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.call.Pulled;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pulls what changed since the last time, for what pushes have missed. It asks for a little more
 * than that: clocks differ, and an object that comes twice is the same one.
 */
public final class CatchUp {
    private final CursorStore cursors;
    private final Duration overlap;

    /**
     * Pulls that remember.
     *
     * @param overlap how much of what is known is asked for once more
     */
    public CatchUp(CursorStore cursors, Duration overlap) {
        this.cursors = cursors;
        this.overlap = overlap;
    }

    /**
     * Pulls one list to its end. The cursor moves only when every page came and every object was
     * taken; else the next pull starts where this one did.
     *
     * @param each keeps an object; what it throws ends the pull
     */
    public <T extends OcpiObject> Answered<Pulled> pull(
            HubCalls calls, Exchange exchange, ModuleId module, Shape<T> shape, Consumer<T> each) {
        String list = "%s<%s:%s".formatted(exchange.from(), exchange.to(), module);
        Optional<Instant> since = cursors.cursor(list).map(time -> time.minus(overlap));
        Answered<Pulled> answered = calls.pull(exchange, module, shape, since, each);
        if (answered instanceof Answered.Success<Pulled>(Pulled pulled, var _)) {
            pulled.newest().ifPresent(newest -> cursors.advance(list, newest));
        }
        return answered;
    }
}
