package network.opencharging.node.platform;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;

/**
 * Where a platform serves one interface of one module (OCPI 2.2.1 §6.2.2).
 *
 * @param version whose details list it: it takes the messages of that version
 * @param module the module
 * @param role which interface of it
 * @param url absolute http or https address, without a trailing slash being implied or removed
 */
public record Endpoint(OcpiVersion version, ModuleId module, InterfaceRole role, URI url) {
    /** An endpoint of 2.2.1. */
    public Endpoint(ModuleId module, InterfaceRole role, URI url) {
        this(OcpiVersion.V2_2_1, module, role, url);
    }
}
