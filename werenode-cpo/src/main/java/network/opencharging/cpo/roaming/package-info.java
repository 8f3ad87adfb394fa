/**
 * Partners: the backoffice behind the bridge through which they see locations, sessions and CDRs
 * and give commands; the only room that knows the bridge.
 */
@NullMarked
package network.opencharging.cpo.roaming;

import org.jspecify.annotations.NullMarked;
