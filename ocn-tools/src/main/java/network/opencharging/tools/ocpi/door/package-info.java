/** The entrance of a party's platform: who asks, for what, and how the answer is written. */
@NullMarked
package network.opencharging.tools.ocpi.door;

import org.jspecify.annotations.NullMarked;
