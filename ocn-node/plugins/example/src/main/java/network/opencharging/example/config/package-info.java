/** Plugs the example in. */
@NullMarked
package network.opencharging.example.config;

import org.jspecify.annotations.NullMarked;
