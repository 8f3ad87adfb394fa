/** Charging profiles: how much may flow when, and what comes of several of them together. */
@NullMarked
package network.opencharging.tools.simulate.profile;

import org.jspecify.annotations.NullMarked;
