/**
 * The EVSE manager: every charge from its order to its end, decided by one table of rules and
 * stored as it is decided.
 */
@NullMarked
package network.opencharging.cpo.session;

import org.jspecify.annotations.NullMarked;
