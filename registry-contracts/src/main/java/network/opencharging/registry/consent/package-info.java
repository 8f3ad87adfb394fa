/** Which services a party has agreed to be copied to, held in memory. */
@NullMarked
package network.opencharging.registry.consent;

import org.jspecify.annotations.NullMarked;
