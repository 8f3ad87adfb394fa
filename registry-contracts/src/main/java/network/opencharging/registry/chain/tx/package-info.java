/**
 * Sending transactions: one lane per sender, fees from the newest block, patience with a bump of
 * the fee, and reasons in words when a contract refuses.
 */
@NullMarked
package network.opencharging.registry.chain.tx;

import org.jspecify.annotations.NullMarked;
