package network.opencharging.registry.chain.rpc;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A block, as far as it matters here.
 *
 * @param number its height
 * @param hash its name; another hash at the same height is another history
 * @param parentHash the name of the block below
 * @param at when its author says it was made
 * @param baseFee what a unit of gas costs at least, in wei; empty before London
 */
public record Block(
        long number, String hash, String parentHash, Instant at, Optional<BigInteger> baseFee) {}
