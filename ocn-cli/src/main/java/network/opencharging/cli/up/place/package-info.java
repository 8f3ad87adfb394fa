/** Where a network runs: ports, a folder of its own, and the programs it needs. */
@NullMarked
package network.opencharging.cli.up.place;

import org.jspecify.annotations.NullMarked;
