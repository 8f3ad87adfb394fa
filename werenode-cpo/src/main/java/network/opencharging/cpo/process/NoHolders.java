package network.opencharging.cpo.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What this process holds it knows by itself, and there is no other. */
final class NoHolders implements Holders {

    @Override
    public void arrived(Held held) {
        // It knows.
    }

    @Override
    public void left(Held held) {
        // It knows.
    }

    @Override
    public Optional<Held> find(String device) {
        return Optional.empty();
    }

    @Override
    public List<Held> find(Collection<String> devices) {
        return List.of();
    }

    @Override
    public Map<String, Held> of(String process) {
        return Map.of();
    }

    @Override
    public List<Held> all() {
        return List.of();
    }

    @Override
    public List<String> bury(Set<String> living) {
        return List.of();
    }
}
