/** Settings and wiring: a bridge inside a Spring application, and the bridge as a server. */
@NullMarked
package network.opencharging.bridge.config;

import org.jspecify.annotations.NullMarked;
