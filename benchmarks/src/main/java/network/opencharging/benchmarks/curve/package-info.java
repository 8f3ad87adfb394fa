/** How long the curve takes, by the library and in pure Java, on the same core. */
@NullMarked
package network.opencharging.benchmarks.curve;

import org.jspecify.annotations.NullMarked;
