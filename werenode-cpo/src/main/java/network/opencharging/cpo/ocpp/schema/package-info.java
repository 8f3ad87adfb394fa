/** The official schemas, and what a payload has against them. */
@NullMarked
package network.opencharging.cpo.ocpp.schema;

import org.jspecify.annotations.NullMarked;
