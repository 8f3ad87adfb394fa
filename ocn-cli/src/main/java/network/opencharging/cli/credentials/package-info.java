/** {@code ocn credentials}: the handshake of a platform with a node. */
@NullMarked
package network.opencharging.cli.credentials;

import org.jspecify.annotations.NullMarked;
