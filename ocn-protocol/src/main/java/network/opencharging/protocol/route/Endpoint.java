package network.opencharging.protocol.route;

import java.util.ArrayList;
import java.util.List;

/**
 * One endpoint in the details of a version (OCPI 2.2.1 §6.2.2).
 *
 * @param identifier the module
 * @param role the side
 * @param url where it is served
 */
public record Endpoint(ModuleId identifier, InterfaceRole role, String url) {

    /**
     * Everything a node offers in one version: both sides of every functional module of the table,
     * and the two modules it answers itself.
     *
     * @param base the node's public URL without a slash at its end
     */
    public static List<Endpoint> ofNode(String base, String version, RouteTable table) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (ModuleId own : List.of(ModuleId.CREDENTIALS, ModuleId.HUB_CLIENT_INFO)) {
            endpoints.add(
                    new Endpoint(
                            own,
                            InterfaceRole.SENDER,
                            "%s/ocpi/%s/%s".formatted(base, version, own)));
        }
        for (ModuleId module : table.modules()) {
            for (InterfaceRole role : InterfaceRole.values()) {
                endpoints.add(
                        new Endpoint(
                                module, role, base + RequestPath.endpoint(version, module, role)));
            }
        }
        return List.copyOf(endpoints);
    }
}
