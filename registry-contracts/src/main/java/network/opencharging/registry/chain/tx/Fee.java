package network.opencharging.registry.chain.tx;

import java.math.BigInteger;

/** What is offered for a unit of gas, in wei. */
public sealed interface Fee {

    /** The most that may be charged for a unit of gas. */
    BigInteger most();

    /** As EIP-1559 has it: the base fee is burnt, the tip goes to the author of the block. */
    record Dynamic(BigInteger tip, BigInteger most) implements Fee {}

    /** One price, as before London. */
    record Legacy(BigInteger most) implements Fee {}

    /**
     * An offer that replaces this one: nodes want at least ten percent more on both parts, this
     * gives a quarter.
     */
    default Fee bumped() {
        return switch (this) {
            case Dynamic(BigInteger tip, BigInteger most) -> new Dynamic(more(tip), more(most));
            case Legacy(BigInteger most) -> new Legacy(more(most));
        };
    }

    private static BigInteger more(BigInteger wei) {
        return wei.multiply(BigInteger.valueOf(5)).shiftRight(2).add(BigInteger.ONE);
    }
}
