/** The module's root. */
@NullMarked
package network.opencharging.registry;

import org.jspecify.annotations.NullMarked;
