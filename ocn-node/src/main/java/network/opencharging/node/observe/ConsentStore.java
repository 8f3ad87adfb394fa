package network.opencharging.node.observe;

import network.opencharging.node.platform.PlatformId;

import java.util.Map;
import java.util.Set;

/** Port: where consents are kept. They end with their platform. */
public interface ConsentStore {
    /** The observers each platform has consented to. */
    Map<PlatformId, Set<String>> load();

    /** Writes the consents of one platform in place of those before. */
    void save(PlatformId platform, Set<String> observers);
}
