package network.opencharging.node.platform;

import java.util.List;

/** Port: where platforms survive a restart. Each method is one transaction. */
public interface PlatformStore {
    /** Everything stored. */
    List<Platform> load();

    /**
     * Inserts a platform of revision number 0, otherwise replaces the stored one of the same id and
     * revision number, whole. A planned one may be replaced by a connected one.
     */
    Written save(Platform platform);

    /**
     * Removes the stored one of the same id and revision; both tokens are void.
     *
     * @return {@link Written.Stored} with the removed one, or {@link Written.Outdated}
     */
    Written remove(Platform platform);
}
