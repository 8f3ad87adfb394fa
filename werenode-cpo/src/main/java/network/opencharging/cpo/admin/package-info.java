/** The operator's API. */
@NullMarked
package network.opencharging.cpo.admin;

import org.jspecify.annotations.NullMarked;
