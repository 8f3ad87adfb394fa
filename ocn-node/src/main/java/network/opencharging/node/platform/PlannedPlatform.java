package network.opencharging.node.platform;

/**
 * Somebody who has been invited and is not registered yet.
 *
 * @param id which one
 * @param revision which write of it
 * @param invitation the token that it was given
 */
public record PlannedPlatform(PlatformId id, Revision revision, Invitation invitation)
        implements Platform {
    @Override
    public ConnectionStatus status() {
        return ConnectionStatus.PLANNED;
    }

    @Override
    public PlannedPlatform with(Revision other) {
        return new PlannedPlatform(id, other, invitation);
    }
}
