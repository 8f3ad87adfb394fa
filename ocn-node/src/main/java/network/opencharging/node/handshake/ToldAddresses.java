package network.opencharging.node.handshake;

import network.opencharging.node.platform.PlatformId;

import java.util.Map;
import java.util.Optional;

/** Under which public URL of this node each platform was registered; kept over restarts. */
public interface ToldAddresses {
    /** The URL of the node, as the process that started last has it; empty before the first. */
    Optional<String> present();

    /** From now on this is the URL of the node. */
    void setPresent(String url);

    /** What platforms were told, as far as it is written down. */
    Map<PlatformId, String> told();

    /** A platform was told this URL. */
    void save(PlatformId platform, String url);
}
