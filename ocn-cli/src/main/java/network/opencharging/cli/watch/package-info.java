/** {@code ocn watch}: what happens in the registry. */
@NullMarked
package network.opencharging.cli.watch;

import org.jspecify.annotations.NullMarked;
