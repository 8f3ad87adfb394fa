package network.opencharging.node.message;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.ModuleId;

/** What a plug-in of this node does not take, or could not deal with. */
public sealed interface PluginRefusal extends Refusal {
    /**
     * A plug-in refuses the message.
     *
     * @param status its code
     * @param sentence its words
     */
    record PluginDeclined(OcpiStatus status, String sentence) implements PluginRefusal {}

    /**
     * A plug-in failed; the log has the stack trace.
     *
     * @param module of which
     */
    record PluginFailed(ModuleId module) implements PluginRefusal {}
}
