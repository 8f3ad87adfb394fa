package network.opencharging.bridge.backoffice;

import java.util.Optional;

/**
 * Keeps the objects of partners. It only ever sees whole objects: what a partner sends in parts
 * (PATCH, a single EVSE) is put together by the bridge.
 *
 * @param <T> what is kept
 */
public interface Receiver<T> {

    /** The object as it was last kept. */
    Optional<T> find(Context context, ObjectKey key);

    /** Keeps the object, new or changed. */
    Verdict keep(Context context, ObjectKey key, T object);
}
