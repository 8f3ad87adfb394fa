/** The module's root. */
@NullMarked
package network.opencharging.cpo;

import org.jspecify.annotations.NullMarked;
