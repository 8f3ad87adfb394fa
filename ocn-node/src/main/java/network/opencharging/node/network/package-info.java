/** Who else is out there: which node carries a party, and who may vouch for it. */
@NullMarked
package network.opencharging.node.network;

import org.jspecify.annotations.NullMarked;
