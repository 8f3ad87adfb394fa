/** {@code ocn tools proxy}: stands between two systems, passes everything, tells what is wrong. */
@NullMarked
package network.opencharging.tools.proxy;

import org.jspecify.annotations.NullMarked;
