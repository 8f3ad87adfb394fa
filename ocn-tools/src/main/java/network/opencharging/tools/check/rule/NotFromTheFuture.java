package network.opencharging.tools.check.rule;

import network.opencharging.bridge.model.Severity;
import network.opencharging.protocol.json.Json;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Nothing was changed in the future: who trusts such a time never asks for the object again. */
final class NotFromTheFuture implements ObjectRule {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Clock clock;

    NotFromTheFuture(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "TIME-1";
    }

    @Override
    public String source() {
        return "OCPI 2.2.1 §4.1.4.1";
    }

    @Override
    public boolean concerns(String type) {
        return true;
    }

    @Override
    public void check(Json.Obj object, String path, Consumer<Fault> found) {
        if (object.member("last_updated").isEmpty()) {
            return;
        }
        Instant latest = clock.instant().plus(CLOCKS_DIFFER);
        Look.time(object, "last_updated")
                .filter(time -> time.isAfter(latest))
                .ifPresent(_ ->
                        found.accept(
                                new Fault(
                                        path + ".last_updated",
                                        id(),
                                        Severity.ERROR,
                                        "lies in the future")));
    }
}
