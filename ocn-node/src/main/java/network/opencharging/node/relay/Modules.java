package network.opencharging.node.relay;

import network.opencharging.node.message.AnswerHeaders;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.PluginRefusal;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.Verified;
import network.opencharging.node.plugin.ModuleDecision;
import network.opencharging.node.plugin.ModulePlugin;
import network.opencharging.node.plugin.ModuleRequest;
import network.opencharging.node.step.rewrite.GatheredPages;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.Optional;

/**
 * Modules that were plugged in: asked about every message of a platform of this node. What comes
 * from another node its own node has asked about already.
 */
public final class Modules {
    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

    private final Map<ModuleId, ModulePlugin> plugins;
    private final GatheredPages answers;

    /** Asks these. */
    public Modules(Map<ModuleId, ModulePlugin> plugins, GatheredPages answers) {
        this.plugins = Map.copyOf(plugins);
        this.answers = answers;
    }

    /** What becomes of a message. */
    sealed interface Way {
        /** It goes on. */
        record On(Verified verified) implements Way {}

        /** It is answered here. */
        record Answered(Reply reply) implements Way {}
    }

    /**
     * Asks the plug-in of the message's module, if there is one.
     *
     * @param to the receiver; empty when it is for the hub
     * @throws Refused when the plug-in declines, or fails
     */
    Way consult(Verified verified, Optional<PartyId> to) {
        ModuleId module = verified.message().target().module();
        ModulePlugin plugin = plugins.get(module);
        if (plugin == null || verified.sender() instanceof Sender.Remote) {
            return new Way.On(verified);
        }
        return switch (decision(plugin, request(verified, to), module)) {
            case ModuleDecision.Answered(Optional<Json> data) ->
                    new Way.Answered(answer(verified.message(), data));
            case ModuleDecision.PassedOn _ when to.isPresent() -> new Way.On(verified);
            case ModuleDecision.PassedOnAs(Body body) when to.isPresent() ->
                    new Way.On(changed(verified, body, module));
            case ModuleDecision.Declined(var status, String sentence) ->
                    throw new Refused(new PluginRefusal.PluginDeclined(status, sentence));
            case ModuleDecision.PassedOn _, ModuleDecision.PassedOnAs _ ->
                    throw new Refused(new Refusal.ReceiverMissing());
        };
    }

    /** Whatever foreign code throws, it costs one message one answer. */
    private static ModuleDecision decision(
            ModulePlugin plugin, ModuleRequest request, ModuleId module) {
        try {
            return plugin.decide(request);
        } catch (RuntimeException e) {
            LOG.error("the plug-in for module {} failed", module, e);
            throw new Refused(new PluginRefusal.PluginFailed(module));
        }
    }

    private static ModuleRequest request(Verified verified, Optional<PartyId> to) {
        Message message = verified.message();
        return new ModuleRequest(
                verified.sender().party(),
                to,
                message.target().key(),
                message.target().query().toJson(),
                message.body(),
                message.ids().correlationId());
    }

    private Reply answer(Message request, Optional<Json> data) {
        return answers.own(request, AnswerHeaders.NONE, data.map(Body::of));
    }

    private static Verified changed(Verified verified, Body body, ModuleId module) {
        if (verified.message().signature().isPresent()) {
            throw new Refused(
                    new Refusal.HubCannot(
                            "Module %s changes messages here, so that they must not be signed."
                                    .formatted(module)));
        }
        return verified.asking(verified.message().with(body));
    }
}
