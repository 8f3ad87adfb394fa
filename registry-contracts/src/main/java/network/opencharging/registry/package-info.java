/**
 * The registry of the network as Java sees it; here only the address, the name everybody shares.
 */
@NullMarked
package network.opencharging.registry;

import org.jspecify.annotations.NullMarked;
