/** What simulated devices are tested with: a central system, and certificates. */
@NullMarked
package network.opencharging.tools.simulate;

import org.jspecify.annotations.NullMarked;
