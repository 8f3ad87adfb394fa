/** {@code ocn tools simulate}: devices that are not there, by hand or by a script. */
@NullMarked
package network.opencharging.tools.simulate.command;

import org.jspecify.annotations.NullMarked;
