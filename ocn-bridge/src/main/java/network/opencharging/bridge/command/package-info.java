/** Commands that were accepted and whose result is still to be told. */
@NullMarked
package network.opencharging.bridge.command;

import org.jspecify.annotations.NullMarked;
