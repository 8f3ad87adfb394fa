/** Who may talk to whom about what, as the receiver says it. */
@NullMarked
package network.opencharging.node.rules;

import org.jspecify.annotations.NullMarked;
