/** Sixth step: where is the receiver? */
@NullMarked
package network.opencharging.node.step.resolve;

import org.jspecify.annotations.NullMarked;
