package network.opencharging.cpo.session;

import network.opencharging.bridge.unit.Money;

import java.util.Optional;

/**
 * The money of a session. Sessions that an eMSP or an own customer pays afterwards go from {@link
 * Running} to {@link Rated}; the states of a deposit in a wallet will stand beside them.
 */
public sealed interface Funding {

    /**
     * Somebody pays afterwards.
     *
     * @param soFar what it costs up to the newest reading; empty: nothing is known yet
     */
    record Running(Optional<Money> soFar) implements Funding {}

    /**
     * It is over, and this is what it costs.
     *
     * @param total as the CDR says; empty: there was nothing to bill
     */
    record Rated(Optional<Money> total) implements Funding {}

    /**
     * Nobody pays.
     *
     * @param why a sentence
     */
    record Waived(String why) implements Funding {}

    /** What it costs as far as that is known. */
    default Optional<Money> cost() {
        return switch (this) {
            case Running(Optional<Money> soFar) -> soFar;
            case Rated(Optional<Money> total) -> total;
            case Waived _ -> Optional.empty();
        };
    }
}
