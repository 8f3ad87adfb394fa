/** The registry of the network as Java sees it: the chain, the contracts, and what they say. */
@NullMarked
package network.opencharging.registry;

import org.jspecify.annotations.NullMarked;
