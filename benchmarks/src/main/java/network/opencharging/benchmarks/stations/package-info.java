/**
 * Ten thousand charging stations in one process and on one thread: what they say, when it is due,
 * and what was acknowledged.
 */
@NullMarked
package network.opencharging.benchmarks.stations;

import org.jspecify.annotations.NullMarked;
