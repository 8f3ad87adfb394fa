/** {@code ocn network}: the networks that are known here, and whether they answer. */
@NullMarked
package network.opencharging.cli.network;

import org.jspecify.annotations.NullMarked;
