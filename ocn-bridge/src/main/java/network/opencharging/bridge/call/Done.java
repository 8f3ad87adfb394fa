package network.opencharging.bridge.call;

/** There is nothing to say but that it is done. */
public enum Done {
    /** It is done. */
    DONE
}
