package network.opencharging.node.config;

import network.opencharging.node.operate.StartRefused;
import network.opencharging.node.plugin.ModulePlugin;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The modules that are plugged in.
 *
 * @param byModule each with its plug-in
 */
record PluggedModules(Map<ModuleId, ModulePlugin> byModule) {
    /** Takes its own copy. */
    PluggedModules {
        byModule = Map.copyOf(byModule);
    }

    /**
     * Those of these plug-ins.
     *
     * @throws StartRefused when two want the same module, or one wants a module of OCPI
     */
    static PluggedModules of(List<ModulePlugin> plugins, RouteTable routes) {
        Map<ModuleId, ModulePlugin> byModule = new HashMap<>();
        for (ModulePlugin plugin : plugins) {
            ModuleId module = plugin.module();
            if (routes.modules().contains(module)) {
                throw new StartRefused(
                        "%s wants module %s, which is OCPI's own: plug-ins answer modules of another name."
                                .formatted(plugin.getClass().getName(), module));
            }
            ModulePlugin other = byModule.put(module, plugin);
            if (other != null) {
                throw new StartRefused(
                        "%s and %s want the same module, %s: take one out of the plug-in folder."
                                .formatted(
                                        other.getClass().getName(),
                                        plugin.getClass().getName(),
                                        module));
            }
        }
        return new PluggedModules(byModule);
    }
}
