/**
 * Following what a contract logs: an own block cursor, ranges instead of subscriptions, and a
 * rewind when the chain changes its history.
 */
@NullMarked
package network.opencharging.registry.chain.log;

import org.jspecify.annotations.NullMarked;
