/** {@code ocn admin}: a node's own administration. */
@NullMarked
package network.opencharging.cli.admin;

import org.jspecify.annotations.NullMarked;
