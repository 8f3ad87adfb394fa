/** Second step: who sends this, and is that proved? */
@NullMarked
package network.opencharging.node.step.authenticate;

import org.jspecify.annotations.NullMarked;
