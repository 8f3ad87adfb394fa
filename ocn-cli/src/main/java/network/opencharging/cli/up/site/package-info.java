/** What the CPO has on this machine: a location with devices that are simulated. */
@NullMarked
package network.opencharging.cli.up.site;

import org.jspecify.annotations.NullMarked;
