/** Plugs the adapter in. */
@NullMarked
package network.opencharging.adapter211.config;

import org.jspecify.annotations.NullMarked;
