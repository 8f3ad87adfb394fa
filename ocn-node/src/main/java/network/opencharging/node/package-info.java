/** The module's root. */
@NullMarked
package network.opencharging.node;

import org.jspecify.annotations.NullMarked;
