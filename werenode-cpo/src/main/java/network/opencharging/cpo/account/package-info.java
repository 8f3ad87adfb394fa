/** Who charges, how that was found out, and who pays. */
@NullMarked
package network.opencharging.cpo.account;

import org.jspecify.annotations.NullMarked;
