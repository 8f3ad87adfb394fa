/** {@code ocn party}: who is which party. */
@NullMarked
package network.opencharging.cli.party;

import org.jspecify.annotations.NullMarked;
