package network.opencharging.bridge.model;

/**
 * One thing that a check found.
 *
 * @param path where, as a JSON path: {@code $.evses[0].connectors[1].standard}
 * @param rule what was checked
 * @param severity how bad it is
 * @param sentence what is wrong and what is wanted, without values that may be personal
 */
public record Finding(String path, Rule rule, Severity severity, String sentence) {

    /** True when the object must not be sent to a partner like this. */
    public boolean forbidsSending() {
        return severity.compareTo(Severity.ERROR) >= 0;
    }

    /** The form for messages: the path and the sentence. */
    @Override
    public String toString() {
        return path + ": " + sentence;
    }
}
