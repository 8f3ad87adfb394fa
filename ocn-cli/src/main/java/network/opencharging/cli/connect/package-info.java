/** Where commands go: networks, their chains and registries, and whose key signs. */
@NullMarked
package network.opencharging.cli.connect;

import org.jspecify.annotations.NullMarked;
