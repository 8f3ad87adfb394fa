package network.opencharging.protocol.key;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and never again. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    private Once(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Once<T> of(Supplier<T> maker) {
        return new Once<>(maker);
    }

    @Override
    public T get() {
        T now = made;
        return now != null ? now : first();
    }

    private synchronized T first() {
        T now = made;
        if (now == null) {
            now = maker.get();
            made = now;
        }
        return now;
    }
}
