/** What passed and what did not: who, whom, about what and how it ended; never what was said. */
@NullMarked
package network.opencharging.node.journal;

import org.jspecify.annotations.NullMarked;
