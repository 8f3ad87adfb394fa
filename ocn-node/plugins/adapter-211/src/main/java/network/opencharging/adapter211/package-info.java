/** Platforms of OCPI 2.1.1 at a node: docs/ocpi-2.1.1.md has the rules. */
@NullMarked
package network.opencharging.adapter211;

import org.jspecify.annotations.NullMarked;
