/**
 * Several processes of this backend on one database: who lives, who holds what, and how one has
 * another do something.
 */
@NullMarked
package network.opencharging.cpo.process;

import org.jspecify.annotations.NullMarked;
