/** How fast whole processes are; run by hand, see docs/benchmarks.md. */
@NullMarked
package network.opencharging.acceptance.trial;

import org.jspecify.annotations.NullMarked;
