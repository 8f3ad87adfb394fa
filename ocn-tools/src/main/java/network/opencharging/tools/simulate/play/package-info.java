/** The words of the scripts for each kind of device, and what they do to one. */
@NullMarked
package network.opencharging.tools.simulate.play;

import org.jspecify.annotations.NullMarked;
