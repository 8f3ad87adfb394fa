package network.opencharging.node.platform;

import java.util.List;
import java.util.Set;

/** Port: where platforms survive a restart. Each method is one transaction. */
public interface PlatformStore {
    /**
     * What was written after some moment.
     *
     * @param written platforms as they are now
     * @param gone which were removed
     * @param number of the newest write that is among them
     */
    record Later(List<Platform> written, Set<PlatformId> gone, long number) {
        /** Takes its own copies. */
        public Later {
            written = List.copyOf(written);
            gone = Set.copyOf(gone);
        }
    }

    /** What was written after the write of this number; after -1 everything. */
    Later later(long than);

    /** The number of the newest write; -1 when the store does not answer. */
    long newest();

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
