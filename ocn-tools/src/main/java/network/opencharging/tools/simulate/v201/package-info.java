/** What a simulated station says and hears in OCPP 2.0.1. */
@NullMarked
package network.opencharging.tools.simulate.v201;

import org.jspecify.annotations.NullMarked;
