/**
 * The port to whatever gives energy: what can be asked of it and what it tells, whoever made it.
 */
@NullMarked
package network.opencharging.cpo.device;

import org.jspecify.annotations.NullMarked;
