/** Everything that outlives the process, in a relational database: H2 in a file, or PostgreSQL. */
@NullMarked
package network.opencharging.bridge.store;

import org.jspecify.annotations.NullMarked;
