/** {@code ocn node}: who operates which node. */
@NullMarked
package network.opencharging.cli.node;

import org.jspecify.annotations.NullMarked;
