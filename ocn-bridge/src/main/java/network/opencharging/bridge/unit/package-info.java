/** Checked values of energy, power, current and money: exact, never a double. */
@NullMarked
package network.opencharging.bridge.unit;

import org.jspecify.annotations.NullMarked;
