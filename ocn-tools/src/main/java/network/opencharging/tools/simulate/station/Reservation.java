package network.opencharging.tools.simulate.station;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody is to come.
 *
 * @param number by which it is cancelled
 * @param parent whoever is of this group fulfils it too
 */
public record Reservation(int number, Token token, Optional<String> parent, Instant until) {
    boolean isFor(Token other, Optional<String> group) {
        return token.is(other)
                || parent.filter(own -> group.filter(own::equalsIgnoreCase).isPresent())
                        .isPresent();
    }
}
