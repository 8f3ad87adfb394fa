/** What administrators did: who, when, what, and how it ended. Never a secret. */
@NullMarked
package network.opencharging.node.audit;

import org.jspecify.annotations.NullMarked;
