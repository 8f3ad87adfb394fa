/**
 * What stands on the machine while it is measured: stub, proxy, nodes, and how they come to know
 * each other.
 */
@NullMarked
package network.opencharging.benchmarks.place;

import org.jspecify.annotations.NullMarked;
