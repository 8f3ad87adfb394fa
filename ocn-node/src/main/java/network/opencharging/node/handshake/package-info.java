/**
 * The credentials exchange (OCPI 2.2.1 §7) in both directions, with roles held against the
 * registry.
 */
@NullMarked
package network.opencharging.node.handshake;

import org.jspecify.annotations.NullMarked;
