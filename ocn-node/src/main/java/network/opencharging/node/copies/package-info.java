/** Copies for the services that a party has agreed to on the chain. */
@NullMarked
package network.opencharging.node.copies;

import org.jspecify.annotations.NullMarked;
