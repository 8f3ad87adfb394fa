/** {@code ocn tools client}: asks a live system as a party, by hand. */
@NullMarked
package network.opencharging.tools.client;

import org.jspecify.annotations.NullMarked;
