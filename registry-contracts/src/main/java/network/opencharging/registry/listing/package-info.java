/**
 * Writing the registry: what an operator or a party wishes, in words before it is sent, sent by its
 * author or signed by its author and sent by another.
 */
@NullMarked
package network.opencharging.registry.listing;

import org.jspecify.annotations.NullMarked;
