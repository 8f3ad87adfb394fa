package network.opencharging.cpo.plug.dialect;

import java.time.Duration;
import java.util.List;

/** How a family of plugs speaks, over MQTT or HTTP; one is made for each plug. */
public interface PlugDialect {

    /** Topics, without placeholders, on which the plug tells what it tells; none over HTTP. */
    List<String> topics();

    /**
     * Let energy through, and cut it off by yourself after this time unless you hear it again: a
     * dead backend leaves no plug on.
     *
     * @param lease at least a second
     */
    List<PlugMessage> on(Duration lease);

    /** Let no energy through. */
    List<PlugMessage> off();

    /** Tell how you are, and what you count. */
    List<PlugMessage> ask();

    /** What a message means; nothing when it means nothing here, however it looks. */
    List<PlugNews> read(PlugMessage message);

    /** Whether a plug of this name may publish there. */
    boolean mayTell(String topic);

    /** Whether a plug of this name may subscribe to that. */
    boolean mayHear(String filter);

    /** It has a register of energy; otherwise only time can be sold. */
    boolean metered();
}
