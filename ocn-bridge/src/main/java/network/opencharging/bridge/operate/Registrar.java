package network.opencharging.bridge.operate;

import java.util.Optional;

/**
 * Brings a bridge and its hub together and apart when an operator says so. Each method answers what
 * went wrong, in a sentence that says what to do, or nothing when it is done.
 */
public interface Registrar {

    /**
     * Registers once more, as if for the first time. What was agreed before stays in force until it
     * has worked.
     *
     * @param tokenA what the hub's operator gave; empty: the one of the settings, read anew
     */
    Optional<String> again(Optional<String> tokenA);

    /** Exchanges both tokens for new ones, and reads the hub's endpoints again. */
    Optional<String> rotate();

    /**
     * Leaves the hub, and does not come back by itself.
     *
     * @param anyhow also when the hub does not let go: then only this side forgets
     */
    Optional<String> leave(boolean anyhow);

    /**
     * A token A for a hub that comes by itself; what was agreed before stays in force until then.
     */
    Invitation invite();

    /**
     * What the operator of a hub needs to come.
     *
     * @param versionsUrl where this bridge lists its versions
     * @param tokenA the token; whoever has it can take the hub's place
     */
    record Invitation(String versionsUrl, String tokenA) {
        @Override
        public String toString() {
            return "Invitation[versionsUrl=%s]".formatted(versionsUrl);
        }
    }
}
