package network.opencharging.node.platform;

/** The store that other rooms test with keeps the contract too. */
class MemoryPlatformStoreTest extends PlatformStoreContract {
    private final MemoryPlatformStore store = new MemoryPlatformStore();

    @Override
    protected PlatformStore store() {
        return store;
    }

    @Override
    protected PlatformStore reopened() {
        return store;
    }
}
