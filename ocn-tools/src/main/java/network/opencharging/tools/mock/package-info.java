/** A mock CPO and a mock eMSP: honest OCPI 2.2.1 parties, good enough to be the ends of a test. */
@NullMarked
package network.opencharging.tools.mock;

import org.jspecify.annotations.NullMarked;
