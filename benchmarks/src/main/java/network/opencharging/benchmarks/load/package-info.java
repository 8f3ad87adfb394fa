/** What is sent, and who sends it: wrk where it is installed, else a generator of its own. */
@NullMarked
package network.opencharging.benchmarks.load;

import org.jspecify.annotations.NullMarked;
