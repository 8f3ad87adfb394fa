/** Reports that build servers read. */
@NullMarked
package network.opencharging.tools.report;

import org.jspecify.annotations.NullMarked;
