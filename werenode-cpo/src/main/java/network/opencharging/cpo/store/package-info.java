/** Everything that is kept, in H2 or PostgreSQL. */
@NullMarked
package network.opencharging.cpo.store;

import org.jspecify.annotations.NullMarked;
