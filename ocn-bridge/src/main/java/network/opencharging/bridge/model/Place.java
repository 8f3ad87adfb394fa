package network.opencharging.bridge.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a check stands. It is written out only where something is found: most objects are right,
 * and nobody reads their paths.
 */
final class Place {
    static final Place TOP = new Place(null, "", -1);

    private final @Nullable Place outer;
    private final String name;
    private final int index;

    private Place(@Nullable Place outer, String name, int index) {
        this.outer = outer;
        this.name = name;
        this.index = index;
    }

    Place member(String of) {
        return new Place(this, of, -1);
    }

    Place item(int at) {
        return new Place(this, "", at);
    }

    /** As a JSON path. */
    @Override
    public String toString() {
        return outer == null ? "$" : index < 0 ? outer + "." + name : outer + "[" + index + "]";
    }
}
