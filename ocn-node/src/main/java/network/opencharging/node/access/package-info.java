/** Who may administer the node: keys, people with passwords, sessions; guessing is slowed down. */
@NullMarked
package network.opencharging.node.access;

import org.jspecify.annotations.NullMarked;
