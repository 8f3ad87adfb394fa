package network.opencharging.tools.ocpi.call;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;

/** Where a request goes. */
public sealed interface Target {

    /**
     * Below an interface that the hub announces.
     *
     * @param suffix path and query after the interface's address: empty, {@code /LOC1} or {@code
     *     ?limit=2}
     */
    record Module(ModuleId module, InterfaceRole role, String suffix) implements Target {}

    /** To an address that the hub has given: a Link, a Location, a response_url. */
    record Address(URI url) implements Target {}
}
