/** Names of things, checked once. */
@NullMarked
package network.opencharging.cpo.unit;

import org.jspecify.annotations.NullMarked;
