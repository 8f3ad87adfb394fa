/** What a simulated station says and hears in OCPP 1.6 with its security extension. */
@NullMarked
package network.opencharging.tools.simulate.v16;

import org.jspecify.annotations.NullMarked;
