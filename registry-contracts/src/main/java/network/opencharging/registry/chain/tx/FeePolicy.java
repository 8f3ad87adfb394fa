package network.opencharging.registry.chain.tx;

import java.math.BigInteger;

/**
 * How fees are chosen.
 *
 * @param tip what the author of the block gets for a unit of gas, in wei
 * @param ceiling the most that is ever offered for a unit of gas, in wei; also after bumps
 * @param dynamic whether to use EIP-1559 where blocks have a base fee; otherwise the old gas price
 */
public record FeePolicy(BigInteger tip, BigInteger ceiling, boolean dynamic) {
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    /** One gwei for the author, at most five hundred in all: fits Energy Web Chain and Gnosis. */
    public static FeePolicy usual() {
        return new FeePolicy(GWEI, GWEI.multiply(BigInteger.valueOf(500)), true);
    }

    /** The same with the old gas price only. */
    public FeePolicy legacy() {
        return new FeePolicy(tip, ceiling, false);
    }
}
