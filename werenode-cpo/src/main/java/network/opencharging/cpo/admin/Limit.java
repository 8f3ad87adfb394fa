package network.opencharging.cpo.admin;

/** How many are shown at a time. */
final class Limit {
    private static final int MOST = 1_000;
    private static final int BAD_REQUEST = 400;

    private Limit() {}

    static int of(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new Wrong(BAD_REQUEST, "limit must be 1 to 1000");
        }
        return wanted;
    }
}
