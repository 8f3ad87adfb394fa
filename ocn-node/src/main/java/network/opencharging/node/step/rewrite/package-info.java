/** Seventh and tenth step: which addresses must be replaced on the way there and back? */
@NullMarked
package network.opencharging.node.step.rewrite;

import org.jspecify.annotations.NullMarked;
