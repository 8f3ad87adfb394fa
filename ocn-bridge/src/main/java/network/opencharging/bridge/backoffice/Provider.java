package network.opencharging.bridge.backoffice;

/**
 * Gives own objects to partners that ask for them, page by page; the bridge writes {@code Link},
 * {@code X-Total-Count} and {@code X-Limit}.
 *
 * @param <T> what is given
 */
public interface Provider<T> {

    /** The wanted part of the objects that the asking party may see. */
    Page<T> page(Context context, PageRequest wanted);
}
