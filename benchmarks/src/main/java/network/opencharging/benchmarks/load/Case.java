package network.opencharging.benchmarks.load;

/**
 * What is measured.
 *
 * @param what is asked
 * @param way through what it goes
 * @param signed whether parties sign
 */
public record Case(What what, Way way, boolean signed) {
    /** For people. */
    public String title() {
        return way.title() + (way == Way.PROXY ? "" : signed ? ", signed" : ", unsigned");
    }
}
