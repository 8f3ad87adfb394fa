/** Where stations connect: who may come in, and the websocket that carries what is said. */
@NullMarked
package network.opencharging.cpo.ocpp.door;

import org.jspecify.annotations.NullMarked;
