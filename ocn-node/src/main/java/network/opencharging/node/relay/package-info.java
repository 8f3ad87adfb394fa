/**
 * The order of the steps: one method from receiving to replying, and the one place that catches a
 * refusal.
 */
@NullMarked
package network.opencharging.node.relay;

import org.jspecify.annotations.NullMarked;
