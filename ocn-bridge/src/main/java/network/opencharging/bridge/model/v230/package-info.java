/** The objects and enumerations of OCPI 2.3.0 core, generated from {@code src/generator/model}. */
@NullMarked
package network.opencharging.bridge.model.v230;

import org.jspecify.annotations.NullMarked;
