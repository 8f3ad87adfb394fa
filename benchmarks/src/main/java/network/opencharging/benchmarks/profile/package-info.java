/** Flame graphs of recordings: where the time of a case goes. */
@NullMarked
package network.opencharging.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
