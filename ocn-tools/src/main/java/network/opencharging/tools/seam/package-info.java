/** Where time and chance come into the tools; everywhere else they arrive by constructor. */
@NullMarked
package network.opencharging.tools.seam;

import org.jspecify.annotations.NullMarked;
