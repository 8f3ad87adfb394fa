/** Eighth step: out to the receiver's platform or node, and what came back. */
@NullMarked
package network.opencharging.node.step.send;

import org.jspecify.annotations.NullMarked;
