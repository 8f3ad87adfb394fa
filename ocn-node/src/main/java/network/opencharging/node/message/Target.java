package network.opencharging.node.message;

import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.Route;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.route.RouteTable;

import java.util.Optional;

/**
 * What is asked for.
 *
 * @param key module, interface, method and path; the path as it was sent, with its escapes
 * @param query what stands behind the question mark, as it was sent
 * @param row the row of the route table that fits
 * @param version the version in whose words it is asked; empty where OCPI has no words for it
 *     (custom modules)
 */
public record Target(
        RouteKey key, Query query, RouteTable.Match row, Optional<OcpiVersion> version) {

    /** The method. */
    public HttpMethod method() {
        return key.method();
    }

    /** The module. */
    public ModuleId module() {
        return key.module();
    }

    /** The side of the module. */
    public InterfaceRole role() {
        return key.role();
    }

    /** What is special about this way of asking. */
    public Route route() {
        return row.route();
    }

    /** The version under which addresses are given out in answers to it. */
    public OcpiVersion spoken() {
        return version.orElse(OcpiVersion.V2_2_1);
    }

    /** The same with another query. */
    public Target withQuery(Query other) {
        return new Target(key, other, row, version);
    }

    /** Without the query, which may hold a secret. */
    @Override
    public String toString() {
        return method() + " " + module() + " " + role();
    }
}
