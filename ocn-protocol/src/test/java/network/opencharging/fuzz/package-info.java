/**
 * Requests made worse at random, and who judges what comes back: shared by the tests of all doors.
 */
@NullMarked
package network.opencharging.fuzz;

import org.jspecify.annotations.NullMarked;
