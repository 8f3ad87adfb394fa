/** The operator's API: who may register, who is registered, and handshakes that we begin. */
@NullMarked
package network.opencharging.node.admin;

import org.jspecify.annotations.NullMarked;
