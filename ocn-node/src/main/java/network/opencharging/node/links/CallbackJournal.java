package network.opencharging.node.links;

import java.util.List;
import java.util.Optional;

/**
 * Port: where remembered callbacks survive a restart. Writing happens behind the message's back:
 * {@link #keep} returns at once, and what is lost in a crash is lost.
 */
public interface CallbackJournal {
    /** Writes it down some time soon. */
    void keep(RememberedCallback callback);

    /**
     * What was written down last and has not expired, the oldest first; asked once, at start.
     *
     * @param most how many at most
     */
    List<RememberedCallback> load(int most);

    /**
     * What stands behind the id, where another process of this node may have written it down. Asked
     * only about ids that this process does not know.
     */
    Optional<RememberedCallback> find(LinkScope scope, String uid);

    /** Nothing survives. */
    static CallbackJournal none() {
        return new CallbackJournal() {
            @Override
            public void keep(RememberedCallback callback) {
                // Nowhere to keep it.
            }

            @Override
            public List<RememberedCallback> load(int most) {
                return List.of();
            }

            @Override
            public Optional<RememberedCallback> find(LinkScope scope, String uid) {
                return Optional.empty();
            }
        };
    }
}
