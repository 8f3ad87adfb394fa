/** A partner: a hub with an eMSP behind it, which keeps what it is told and gives commands. */
@NullMarked
package network.opencharging.cpo.emsp;

import org.jspecify.annotations.NullMarked;
