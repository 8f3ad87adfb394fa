/** The benchmark of forwarding as one command. */
@NullMarked
package network.opencharging.benchmarks;

import org.jspecify.annotations.NullMarked;
