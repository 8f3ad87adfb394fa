/** Who may look into messages: observers that are plugged in, each with the consent of parties. */
@NullMarked
package network.opencharging.node.observe;

import org.jspecify.annotations.NullMarked;
