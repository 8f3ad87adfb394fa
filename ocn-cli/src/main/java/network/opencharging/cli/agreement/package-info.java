/** {@code ocn agreement}: whom a party lets have copies. */
@NullMarked
package network.opencharging.cli.agreement;

import org.jspecify.annotations.NullMarked;
