/** What the operator has stations do, kept with the station's own answer. */
@NullMarked
package network.opencharging.cpo.ocpp.command;

import org.jspecify.annotations.NullMarked;
