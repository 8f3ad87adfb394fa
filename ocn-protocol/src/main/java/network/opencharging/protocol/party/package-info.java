/** Who speaks: party ids (case-blind), roles. */
@NullMarked
package network.opencharging.protocol.party;

import org.jspecify.annotations.NullMarked;
