package network.opencharging.cpo.plug.port;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A way on which nothing is said when it is another process' turn to speak: of two that both take
 * it for theirs one would end what the other began.
 *
 * @param ours whether it is this process' turn
 */
public record GuardedLine(PlugLine line, BooleanSupplier ours) implements PlugLine {

    @Override
    public boolean say(String plug, List<PlugMessage> messages) {
        return ours.getAsBoolean() && line.say(plug, messages);
    }

    @Override
    public void listen(String plug, PlugDialect dialect, Ears ears) {
        line.listen(plug, dialect, ears);
    }

    @Override
    public void forget(String plug) {
        line.forget(plug);
    }
}
