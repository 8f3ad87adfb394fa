package network.opencharging.bridge.config;

/** Settings are checked when they are read: a bridge that cannot work does not start. */
final class Check {
    private Check() {}

    static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
