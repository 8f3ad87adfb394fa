/** The door on plain HTTP: tokens, sizes and paths; what is meant is decided behind it. */
@NullMarked
package network.opencharging.bridge.http;

import org.jspecify.annotations.NullMarked;
