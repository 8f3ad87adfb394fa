package network.opencharging.node.plugin;

import network.opencharging.protocol.route.ModuleId;

/**
 * A module that OCPI does not have and the node answers itself, or looks at on its way. A bean of
 * this type is found and used. Called by many threads at once, on the way of a message: it returns
 * soon.
 */
public interface ModulePlugin {
    /** Which module: none of OCPI's own. */
    ModuleId module();

    /**
     * Says what becomes of a request: one that names the hub as its receiver is to be answered or
     * declined, one from a platform of this node to another party may be passed on too.
     */
    ModuleDecision decide(ModuleRequest request);
}
