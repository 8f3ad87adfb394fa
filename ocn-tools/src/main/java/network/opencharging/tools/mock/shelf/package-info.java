/** Objects kept in memory by their id: what a party owns, and what others have told it. */
@NullMarked
package network.opencharging.tools.mock.shelf;

import org.jspecify.annotations.NullMarked;
