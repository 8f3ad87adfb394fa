/** What a backoffice that is not Java says to the bridge, and asks it: plain REST. */
@NullMarked
package network.opencharging.bridge.api;

import org.jspecify.annotations.NullMarked;
