/**
 * A live system, spoken to in raw OCPI: every request as it was put and every answer as it came.
 */
@NullMarked
package network.opencharging.tools.wire;

import org.jspecify.annotations.NullMarked;
