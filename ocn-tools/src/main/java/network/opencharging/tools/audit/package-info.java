/** Recomputes what was billed, and holds what meters signed against it. */
@NullMarked
package network.opencharging.tools.audit;

import org.jspecify.annotations.NullMarked;
