package network.opencharging.cpo.plug.port;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what must be known of plugs as long as a test lasts. */
public final class MemoryForTests implements PlugMemory {
    private final Map<String, Kept> all = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> recall(String plug) {
        return Optional.ofNullable(all.get(plug));
    }

    @Override
    public void keep(String plug, Kept kept) {
        all.put(plug, kept);
    }
}
