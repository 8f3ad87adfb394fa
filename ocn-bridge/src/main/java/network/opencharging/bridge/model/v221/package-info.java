/** The objects and enumerations of OCPI 2.2.1, generated from {@code src/generator/model}. */
@NullMarked
package network.opencharging.bridge.model.v221;

import org.jspecify.annotations.NullMarked;
