package network.opencharging.cpo.plug.port;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;

import java.util.List;

/** There is no way to this plug: nothing is said, and nothing heard. */
public record NoLine() implements PlugLine {

    @Override
    public boolean say(String plug, List<PlugMessage> messages) {
        return false;
    }

    @Override
    public void listen(String plug, PlugDialect dialect, Ears ears) {
        // Nothing will be heard.
    }

    @Override
    public void forget(String plug) {
        // Nothing is known of it.
    }
}
