/**
 * A connected platform: its tokens, roles, endpoints and status, held in memory for the message.
 */
@NullMarked
package network.opencharging.node.platform;

import org.jspecify.annotations.NullMarked;
