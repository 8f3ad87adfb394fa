/** Who signs: keys in files, or a signer elsewhere. No key is ever printed. */
@NullMarked
package network.opencharging.registry.chain.key;

import org.jspecify.annotations.NullMarked;
