/** Fourth and ninth step: is what came whole, and signed by whom it must be? */
@NullMarked
package network.opencharging.node.step.verify;

import org.jspecify.annotations.NullMarked;
