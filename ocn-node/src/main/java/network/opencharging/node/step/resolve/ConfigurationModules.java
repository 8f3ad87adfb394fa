package network.opencharging.node.step.resolve;

import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Target;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

/**
 * Modules that are between a platform and its node (OCPI 2.2.1 §4.1.7.2: configuration modules are
 * not routed). Whoever could reach a party's credentials through its node, which shows the node's
 * token there, would have the key to the party. Only the versions of a party may be read.
 */
final class ConfigurationModules {
    private ConfigurationModules() {}

    /**
     * Lets through what may be passed on.
     *
     * @throws Refused when it may not
     */
    static void requirePassable(Target target) {
        ModuleId module = target.module();
        boolean credentials = module.equals(ModuleId.CREDENTIALS);
        boolean news =
                module.equals(ModuleId.HUB_CLIENT_INFO) && target.role() == InterfaceRole.RECEIVER;
        boolean versions =
                module.equals(ModuleId.VERSIONS)
                        && !(target.role() == InterfaceRole.SENDER
                                && target.method() == HttpMethod.GET
                                && target.key().path().isEmpty());
        if (credentials || news || versions) {
            throw new Refused(new Refusal.ModuleNotPassedOn(module));
        }
    }
}
