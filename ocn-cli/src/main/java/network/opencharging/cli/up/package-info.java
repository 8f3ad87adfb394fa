/** {@code ocn up}: a whole network on this machine, and a session that roams through it. */
@NullMarked
package network.opencharging.cli.up;

import org.jspecify.annotations.NullMarked;
