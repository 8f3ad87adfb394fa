/** The module's root. */
@NullMarked
package network.opencharging.tools;

import org.jspecify.annotations.NullMarked;
