/** How secrets of devices are kept. */
@NullMarked
package network.opencharging.cpo.secret;

import org.jspecify.annotations.NullMarked;
