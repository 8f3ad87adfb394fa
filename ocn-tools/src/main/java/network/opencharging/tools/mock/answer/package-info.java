/** Answers that a script has prepared, given in place of those of an interface. */
@NullMarked
package network.opencharging.tools.mock.answer;

import org.jspecify.annotations.NullMarked;
