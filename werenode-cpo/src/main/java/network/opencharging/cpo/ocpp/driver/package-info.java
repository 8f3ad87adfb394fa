/** Stations as ports: what any device is asked, put to a station in its own version. */
@NullMarked
package network.opencharging.cpo.ocpp.driver;

import org.jspecify.annotations.NullMarked;
