/** A development chain: a real EVM in a process of its own, for tests and for the local network. */
@NullMarked
package network.opencharging.registry.chain.dev;

import org.jspecify.annotations.NullMarked;
