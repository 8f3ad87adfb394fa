/**
 * Older versions of OCPI: which adapters there are, and addresses for those who write no headers.
 */
@NullMarked
package network.opencharging.node.adapt;

import org.jspecify.annotations.NullMarked;
