/** A mock hub: parties register at it, and it passes on what they say to each other. */
@NullMarked
package network.opencharging.tools.mock.hub;

import org.jspecify.annotations.NullMarked;
