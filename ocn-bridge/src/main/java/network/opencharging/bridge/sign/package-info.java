/** Signs what own parties say, and checks against the registry who signed what partners say. */
@NullMarked
package network.opencharging.bridge.sign;

import org.jspecify.annotations.NullMarked;
