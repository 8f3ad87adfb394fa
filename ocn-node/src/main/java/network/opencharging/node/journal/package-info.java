/**
 * What passed and what did not: who, whom, about what and how it ended; never what was said, unless
 * the operator wants that too, encrypted and for a short time.
 */
@NullMarked
package network.opencharging.node.journal;

import org.jspecify.annotations.NullMarked;
