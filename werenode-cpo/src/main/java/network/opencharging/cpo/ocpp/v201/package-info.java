/** What OCPP 2.0.1, and 2.1 where it is the same, says, in the words of all versions, and back. */
@NullMarked
package network.opencharging.cpo.ocpp.v201;

import org.jspecify.annotations.NullMarked;
