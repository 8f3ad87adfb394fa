/**
 * A charging station that is not there: its EVSEs, what it does by itself, what it is wanted to do,
 * and what it says to a central system, in the words of no version.
 */
@NullMarked
package network.opencharging.tools.simulate.station;

import org.jspecify.annotations.NullMarked;
