package network.opencharging.cpo.plug.port;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;

import java.util.List;

/** The way to plugs: a broker, or HTTP. */
public interface PlugLine {

    /**
     * Says something to a plug, one after the other.
     *
     * @return false when nothing can be sent now
     */
    boolean say(String plug, List<PlugMessage> messages);

    /** Hears a plug from now on; what is retained of it first. */
    void listen(String plug, PlugDialect dialect, Ears ears);

    /** Hears a plug no more, and ends its connection. */
    void forget(String plug);

    /** Who hears what a plug tells. */
    interface Ears {

        /** It told this. */
        void told(PlugMessage message);

        /** Nothing reaches it any more, nor comes from it. */
        void cut();
    }
}
