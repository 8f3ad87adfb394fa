/**
 * Sealed links: URLs of one party, wrapped so that only the node can open them and only for the
 * pair of parties they were made for. Nothing is stored, so they outlive a restart and serve any
 * number of times until they expire.
 */
@NullMarked
package network.opencharging.node.links;

import org.jspecify.annotations.NullMarked;
