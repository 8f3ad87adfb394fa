/** What meters signed: kept byte for byte, and judged by the key that the operator registered. */
@NullMarked
package network.opencharging.cpo.ocpp.evidence;

import org.jspecify.annotations.NullMarked;
