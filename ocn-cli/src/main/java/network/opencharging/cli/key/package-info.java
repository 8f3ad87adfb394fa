/** {@code ocn key}: keys in encrypted files. */
@NullMarked
package network.opencharging.cli.key;

import org.jspecify.annotations.NullMarked;
