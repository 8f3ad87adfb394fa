/** Canned parties that stand on real bridges: what they have and do is made up, the rest is not. */
@NullMarked
package network.opencharging.tools.party;

import org.jspecify.annotations.NullMarked;
