package network.opencharging.node.adapt;

import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.plugin.VersionAdapter;

import java.util.List;
import java.util.Optional;

/**
 * The adapters that are plugged in.
 *
 * @param base the node's public URL without a slash at its end
 * @param all one for each version at most
 */
public record Adapters(String base, List<VersionAdapter> all) {
    /** Takes its own copy. */
    public Adapters {
        all = List.copyOf(all);
        if (all.stream().map(VersionAdapter::version).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two adapters are plugged in for one version");
        }
    }

    /** The adapter of that version. */
    public Optional<VersionAdapter> of(OcpiVersion version) {
        return all.stream()
                .filter(adapter -> adapter.version().equals(version.value()))
                .findFirst();
    }

    /** Addresses for platforms of that version. */
    public NamedAddress addresses(VersionAdapter adapter) {
        return new NamedAddress(base, adapter.version());
    }
}
