/** Faults that a mock makes when it is told to: what others do wrong, to be tested against. */
@NullMarked
package network.opencharging.tools.mock.fault;

import org.jspecify.annotations.NullMarked;
