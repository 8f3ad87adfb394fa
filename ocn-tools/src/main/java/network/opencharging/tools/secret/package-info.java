/** Keys that a command is given: from files, never from arguments. */
@NullMarked
package network.opencharging.tools.secret;

import org.jspecify.annotations.NullMarked;
