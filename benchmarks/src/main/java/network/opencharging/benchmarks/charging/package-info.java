/** Stations that charge for an eMSP, and how long it takes until the eMSP knows of it. */
@NullMarked
package network.opencharging.benchmarks.charging;

import org.jspecify.annotations.NullMarked;
