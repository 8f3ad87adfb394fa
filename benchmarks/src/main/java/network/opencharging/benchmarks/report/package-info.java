/** Tables, ratios and plots of what was measured. */
@NullMarked
package network.opencharging.benchmarks.report;

import org.jspecify.annotations.NullMarked;
