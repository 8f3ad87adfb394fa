/** The cases of the conformance suite, each with the paragraph of OCPI on which it stands. */
@NullMarked
package network.opencharging.tools.conformance.suite;

import org.jspecify.annotations.NullMarked;
