package network.opencharging.node.links;

import java.util.List;

/**
 * Port: where remembered callbacks survive a restart. Writing happens behind the message's back:
 * {@link #keep} returns at once, and what is lost in a crash is lost.
 */
public interface CallbackJournal {
    /** Writes it down some time soon. */
    void keep(RememberedCallback callback);

    /** What was written down and has not expired; asked once, at start. */
    List<RememberedCallback> load();

    /** Nothing survives. */
    static CallbackJournal none() {
        return new CallbackJournal() {
            @Override
            public void keep(RememberedCallback callback) {
                // Nowhere to keep it.
            }

            @Override
            public List<RememberedCallback> load() {
                return List.of();
            }
        };
    }
}
