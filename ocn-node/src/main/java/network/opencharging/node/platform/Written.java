package network.opencharging.node.platform;

/** What became of a write. */
public sealed interface Written {
    /**
     * It is stored and visible.
     *
     * @param platform as stored, with its new revision
     */
    record Stored(Platform platform) implements Written {}

    /**
     * Nothing was written: another platform already has the role.
     *
     * @param role the first role that is taken
     */
    record RoleTaken(PartyRole role) implements Written {}

    /**
     * Nothing was written: the platform was changed or removed since it was read. Read it again.
     *
     * @param id which one
     */
    record Outdated(PlatformId id) implements Written {}
}
