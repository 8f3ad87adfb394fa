/** Who vouches for it: the OCN signature and the node signature. */
@NullMarked
package network.opencharging.protocol.signing;

import org.jspecify.annotations.NullMarked;
