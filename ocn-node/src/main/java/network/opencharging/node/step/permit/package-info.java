/** Fifth step: does the receiver want it? */
@NullMarked
package network.opencharging.node.step.permit;

import org.jspecify.annotations.NullMarked;
