/**
 * Writes the typed OCPI model from the model files while the module is compiled; used by the build
 * alone, never shipped.
 */
@NullMarked
package network.opencharging.bridge.generator;

import org.jspecify.annotations.NullMarked;
