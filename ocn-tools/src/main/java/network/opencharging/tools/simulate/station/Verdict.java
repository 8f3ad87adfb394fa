package network.opencharging.tools.simulate.station;

import java.util.Optional;

/**
 * What a central system says of a token.
 *
 * @param accepted it may charge
 * @param word as it was said
 * @param parent the group that it belongs to
 */
public record Verdict(boolean accepted, String word, Optional<String> parent) {
    /** Said by nobody: the station decides by itself. */
    public static Verdict own(boolean accepted) {
        return new Verdict(accepted, accepted ? "Accepted" : "Invalid", Optional.empty());
    }
}
