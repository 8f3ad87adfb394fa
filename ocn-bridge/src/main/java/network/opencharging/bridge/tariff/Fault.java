package network.opencharging.bridge.tariff;

/**
 * Why a tariff is refused.
 *
 * @param path where, as a JSON path: {@code $.elements[0].restrictions.end_time}
 * @param rule the rule that is broken and what to do, in words
 */
public record Fault(String path, String rule) {

    /** For people: path and rule. */
    @Override
    public String toString() {
        return path + ": " + rule;
    }
}
