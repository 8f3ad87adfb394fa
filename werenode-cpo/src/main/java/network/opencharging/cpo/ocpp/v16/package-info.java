/** What OCPP 1.6 says, in the words of all versions, and back. */
@NullMarked
package network.opencharging.cpo.ocpp.v16;

import org.jspecify.annotations.NullMarked;
