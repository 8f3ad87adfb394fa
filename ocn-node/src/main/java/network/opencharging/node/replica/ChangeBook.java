package network.opencharging.node.replica;

import java.util.Map;

/** Port: how often each topic was written, by whichever process. */
public interface ChangeBook {
    /** The number of the newest write of each topic. */
    Map<Topic, Long> numbers();
}
