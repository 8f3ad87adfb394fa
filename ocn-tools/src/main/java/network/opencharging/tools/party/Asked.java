package network.opencharging.tools.party;

import network.opencharging.bridge.call.Answered;
import network.opencharging.tools.exchange.Exchange;

import java.util.Optional;

/**
 * A question and what came of it.
 *
 * @param answered what the bridge says
 * @param exchange what went over the wire; empty when nothing did
 */
public record Asked<T>(Answered<T> answered, Optional<Exchange> exchange) {

    /** What was asked for, when it came. */
    public Optional<T> value() {
        return answered instanceof Answered.Success<T>(T value, var _)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** What came of it, in words. */
    public String words() {
        return answered.toString();
    }
}
