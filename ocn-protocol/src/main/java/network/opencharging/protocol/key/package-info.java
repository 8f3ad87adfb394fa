/** Who can sign: addresses, keys, digests and signatures of secp256k1. */
@NullMarked
package network.opencharging.protocol.key;

import org.jspecify.annotations.NullMarked;
