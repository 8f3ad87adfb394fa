package network.opencharging.node.links;

import java.util.List;

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
        };
    }
}
