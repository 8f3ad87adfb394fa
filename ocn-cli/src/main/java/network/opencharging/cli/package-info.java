/** The module's root. */
@NullMarked
package network.opencharging.cli;

import org.jspecify.annotations.NullMarked;
