package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;

/** At the configured address is no registry of this kind; the configuration must be corrected. */
public final class NotARegistry extends IllegalStateException {
    /** Nothing usable is at this address. */
    public NotARegistry(Address address) {
        super("there is no registry at " + address + " on this chain: check the address");
    }
}
