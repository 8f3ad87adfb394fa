/**
 * Between sessions and devices: what devices tell becomes a session's event, what a session decides
 * an order.
 */
@NullMarked
package network.opencharging.cpo.supply;

import org.jspecify.annotations.NullMarked;
