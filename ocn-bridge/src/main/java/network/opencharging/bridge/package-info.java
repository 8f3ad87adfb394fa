/** The module's root. */
@NullMarked
package network.opencharging.bridge;

import org.jspecify.annotations.NullMarked;
