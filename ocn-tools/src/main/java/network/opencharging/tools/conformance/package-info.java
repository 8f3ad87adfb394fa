/** {@code ocn tools conformance}: holds a live system against OCPI, case by case. */
@NullMarked
package network.opencharging.tools.conformance;

import org.jspecify.annotations.NullMarked;
