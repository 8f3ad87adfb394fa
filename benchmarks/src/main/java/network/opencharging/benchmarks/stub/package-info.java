/** The parties behind the nodes: a small server that answers at once from memory. */
@NullMarked
package network.opencharging.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
