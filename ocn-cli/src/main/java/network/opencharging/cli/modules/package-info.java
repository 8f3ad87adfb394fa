/** {@code ocn modules}: which modules a party declares. */
@NullMarked
package network.opencharging.cli.modules;

import org.jspecify.annotations.NullMarked;
