/** The options by which a person names a live system, and the line that is opened by them. */
@NullMarked
package network.opencharging.tools.reach;

import org.jspecify.annotations.NullMarked;
