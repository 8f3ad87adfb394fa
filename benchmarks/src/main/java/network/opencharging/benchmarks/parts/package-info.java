/** What a message costs a node part by part; JMH runs them: {@code benchmarks/run-parts}. */
@NullMarked
package network.opencharging.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
