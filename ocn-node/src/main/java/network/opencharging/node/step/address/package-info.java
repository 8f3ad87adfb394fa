/** Third step: whom is it for? */
@NullMarked
package network.opencharging.node.step.address;

import org.jspecify.annotations.NullMarked;
