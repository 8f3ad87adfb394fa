/** OCN signatures on what a party says, and strict checks of what it hears. */
@NullMarked
package network.opencharging.tools.ocpi.sign;

import org.jspecify.annotations.NullMarked;
