package network.opencharging.registry.chain.tx;

import java.math.BigInteger;

/** What would happen if a call were sent now. */
public sealed interface Forecast {

    /**
     * It would pass.
     *
     * @param gas units it takes
     * @param fee what would be offered for one
     * @param balance what the sender has, in wei
     */
    record Passes(BigInteger gas, Fee fee, BigInteger balance) implements Forecast {

        /** The most it would cost, in wei. */
        public BigInteger cost() {
            return gas.multiply(fee.most());
        }

        /** Whether the sender can pay for it. */
        public boolean affordable() {
            return balance.compareTo(cost()) >= 0;
        }
    }

    /**
     * The contract would refuse it.
     *
     * @param reason why, in one sentence
     */
    record Refused(String reason) implements Forecast {}
}
