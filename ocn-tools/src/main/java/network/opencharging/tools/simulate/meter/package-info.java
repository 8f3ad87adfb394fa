/** What flows into a vehicle, what a meter counts of it, and what it signs (OCMF). */
@NullMarked
package network.opencharging.tools.simulate.meter;

import org.jspecify.annotations.NullMarked;
