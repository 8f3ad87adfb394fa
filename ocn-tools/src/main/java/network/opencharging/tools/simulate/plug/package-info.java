/**
 * Smart plugs that are not there: real clients of a real broker, with a relay, a counter and bad
 * habits.
 */
@NullMarked
package network.opencharging.tools.simulate.plug;

import org.jspecify.annotations.NullMarked;
