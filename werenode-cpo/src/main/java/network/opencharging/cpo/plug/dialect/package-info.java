/** What smart plugs say and want to hear over MQTT, by family; pure functions. */
@NullMarked
package network.opencharging.cpo.plug.dialect;

import org.jspecify.annotations.NullMarked;
